import { unreachable } from '../base/result.ts'
import type { TrustItem, TrustQuestion } from './judge.ts'

/** What a configuration would run, for a terminal: what is new or changed is marked. */
export function trustWords({ file, items }: TrustQuestion): string {
  const lines = items.map(
    (item) =>
      `  ${MARKS[item.news].padEnd(9)}${itemWords(item)}\n${' '.repeat(11)}${beforeWords(item)}${placeWords(item)}\n`,
  )
  return `${file} would run this as you:\n\n${lines.join('')}\n`
}

/** On a line of its own, above the place. */
function beforeWords({ before, text, shell }: TrustItem): string {
  if (before === null) return ''
  const same = before.text === text && before.shell === shell
  const words = same ? 'the same, but for what is hidden here' : `${before.text}${shellWords(before)}`
  return `approved was: ${words}\n${' '.repeat(11)}`
}

const shellWords = ({ shell }: { readonly shell: boolean }): string => (shell ? '   (through a shell)' : '')

const MARKS = { new: 'new', changed: 'changed', approved: '' } as const

function itemWords({ kind, identity, text, shell }: TrustItem): string {
  const whose = identity === null ? 'while it is read' : identity
  switch (kind) {
    case 'command':
      return `${whose}: ${text}${shellWords({ shell })}`
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
