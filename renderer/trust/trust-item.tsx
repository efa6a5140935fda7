import { unreachable } from '#core/base/result'
import type { TrustItem } from '#core/trust/judge'
import { PlaceLink } from '../parts/place-link.tsx'
import { ChangedCommand } from './changed-command.tsx'
import { CommandText } from './command-text.tsx'

/** One thing that the configuration would run: whose it is, what it is, how and where it stands. */
export function TrustItemCard({ item }: { readonly item: TrustItem }) {
  return (
    <div className="trust-item" data-news={item.news}>
      <p className="trust-item-head">
        <strong>{item.identity ?? WHOSE[item.kind]}</strong>
        {item.news === 'approved' ? null : <span className="trust-news">{item.news}</span>}
        <span className="trust-how">{howWords(item)}</span>
      </p>
      {item.before === null ? (
        <CommandText text={item.text} shell={item.shell} />
      ) : (
        <ChangedCommand before={item.before} now={item} />
      )}
      <p className="trust-where">
        <PlaceLink where={item.where} />
      </p>
    </div>
  )
}

/** For what belongs to no identity. */
const WHOSE: Readonly<Record<TrustItem['kind'], string>> = {
  command: 'a command',
  exec: 'the file itself',
  'remote-import': 'an import',
  endpoint: 'an identity',
}

function howWords({ kind, shell }: TrustItem): string {
  switch (kind) {
    case 'command':
      return shell ? 'at each renewal, through a shell' : 'at each renewal'
    case 'exec':
      return 'each time the file is read (!exec)'
    case 'remote-import':
      return 'from elsewhere; Credtray does not load it'
    case 'endpoint':
      return 'sends its session to'
    default:
      return unreachable(kind)
  }
}
