import type { Instant } from '#core/base/time'
import { useNow } from '../services.ts'
import { clockWords } from './time-words.ts'

/** A flag and a word: what this is about is production. `endsAt`: when it is deactivated by itself. */
export function ProductionBadge({ endsAt = null }: { readonly endsAt?: Instant | null }) {
  const until = useNow((now) => (endsAt === null ? '' : clockWords(endsAt, now)))
  const title = until === '' ? 'Production: activating it asks first' : `Production: deactivated at ${until} by itself`
  return (
    <span className="production" title={title}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        <path d="M2.5 11.5v-10" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
        <path d="M2.5 1.5h8L8.4 4.25l2.1 2.75h-8z" fill="currentColor" />
      </svg>
      PROD
      {until === '' ? null : <span className="production-until"> until {until}</span>}
    </span>
  )
}
