import type { Filter } from './filter.ts'

/** A stretch of a text, and whether the filter found it. */
export interface Piece {
  /** Where it begins. */
  readonly at: number
  readonly words: string
  readonly found: boolean
}

/** Cuts a text where what was found begins and ends. Joined together the pieces are the text. */
export function piecesOf(text: string, filter: Filter): readonly Piece[] {
  const marks = marksOf(text, filter)
  const pieces: Piece[] = []
  for (let at = 0; at < text.length;) {
    const found = marks[at] === true
    let end = at + 1
    while (end < text.length && (marks[end] === true) === found) end += 1
    pieces.push({ at, words: text.slice(at, end), found })
    at = end
  }
  return pieces
}

/** For each character whether it belongs to something found. */
function marksOf(text: string, filter: Filter): readonly boolean[] {
  const marks = Array.from({ length: text.length }, () => false)
  const lower = text.toLowerCase()
  // Some letters are longer in lower case: then no place in the one is a place in the other.
  if (lower.length !== text.length) return marks
  for (const { text: wanted } of filter) {
    for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + wanted.length)) {
      marks.fill(true, at, at + wanted.length)
    }
  }
  return marks
}
