import { unreachable } from '../base/result.ts'
import type { TrustItem, TrustQuestion } from './judge.ts'

/** What a configuration would run, for a terminal: what is new or changed is marked. */
export function trustWords({ file, items }: TrustQuestion): string {
  const lines = items.map(
    (item) => `  ${MARKS[item.news].padEnd(9)}${itemWords(item)}\n${' '.repeat(11)}${placeWords(item)}\n`,
  )
  return `${file} would run this as you:\n\n${lines.join('')}\n`
}

const MARKS = { new: 'new', changed: 'changed', approved: '' } as const

function itemWords({ kind, identity, text, shell }: TrustItem): string {
  const whose = identity === null ? 'while it is read' : identity
  switch (kind) {
    case 'command':
      return `${whose}: ${text}${shell ? '   (through a shell)' : ''}`
    case 'exec':
      return `${whose}: ${text}   (!exec, each time the file is read)`
    case 'remote-import':
      return `import ${text}   (from elsewhere: it is not loaded)`
    case 'endpoint':
      return `${whose} sends its session to ${text}   (spec.endpoint_url, instead of AWS)`
    default:
      return unreachable(kind)
  }
}

const placeWords = ({ where }: TrustItem): string => `${where.file}:${where.line}`
