import type { Filter } from './filter.ts'
import { piecesOf } from './pieces.ts'

interface FoundProps {
  readonly text: string
  readonly filter: Filter
}

/** A text with what the filter found in it marked. */
export function Found({ text, filter }: FoundProps) {
  if (filter.length === 0) return text
  return piecesOf(text, filter).map(({ at, words, found }) =>
    found ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
  )
}
