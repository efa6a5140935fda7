/** A sentence to put after what is wrong, with a space before it; '' where nothing is near. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates)
  return near === null ? '' : ` Did you mean ${near}?`
}

/** The candidate that somebody who typed `word` most likely meant. `null`: none is near enough to be worth a question. */
function nearest(word: string, candidates: readonly string[]): string | null {
  const typed = word.toLowerCase()
  const measured = candidates.map((candidate) => ({ candidate, edits: editsBetween(typed, candidate.toLowerCase()) }))
  const [best] = measured.filter(({ edits }) => edits <= mostEdits(typed)).toSorted((a, b) => a.edits - b.edits)
  return best?.candidate ?? null
}

/** A third of the word may be wrong; with more it is another word. */
const mostEdits = (word: string): number => Math.max(1, Math.floor(word.length / 3))

/** Letters put in, left out, changed, or swapped with their neighbour (optimal string alignment). */
function editsBetween(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let row = 1; row <= left.length; row += 1) {
    rows.push([row])
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1]
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      const changed = at(row - 1, column - 1) + (isSame ? 0 : 1)
      const swapped = isSwap ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY
      rows[row]?.push(Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, changed, swapped))
    }
  }
  return at(left.length, right.length)
}
