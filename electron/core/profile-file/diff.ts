import type { ByteText } from './bytes.ts'
import { maskedLine } from './masked-line.ts'

/** One line that an edit takes away or puts in, with secrets masked: it may be shown anywhere. */
export interface DiffLine {
  readonly sign: '-' | '+'
  readonly text: string
}

/** The lines in which two texts differ, in the order of the file. What stays is not shown. */
export function maskedDiff(before: ByteText, after: ByteText): readonly DiffLine[] {
  const [old, fresh] = [linesOf(before), linesOf(after)]
  let top = 0
  while (top < old.length && top < fresh.length && old[top] === fresh[top]) top += 1
  let tail = 0
  while (tail < old.length - top && tail < fresh.length - top && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1
  return middle(old.slice(top, old.length - tail), fresh.slice(top, fresh.length - tail))
}

const linesOf = (text: ByteText): readonly ByteText[] => text.split(/\r\n|\n|\r/)

/** Sections are short. A longer stretch than this is told as a whole. */
const LONGEST = 400

/** The longest common run of lines stays; what is around it goes and comes. */
function middle(old: readonly ByteText[], fresh: readonly ByteText[]): readonly DiffLine[] {
  const common = old.length * fresh.length > LONGEST * LONGEST ? () => 0 : commonLengths(old, fresh)
  const found: DiffLine[] = []
  let [left, right] = [0, 0]
  while (left < old.length && right < fresh.length) {
    const [gone, come] = [old[left], fresh[right]]
    const stays = gone === come
    const goes = !stays && common(left + 1, right) >= common(left, right + 1)
    if (!stays) found.push(goes ? taken(gone) : put(come))
    if (stays || goes) left += 1
    if (!goes) right += 1
  }
  return [...found, ...old.slice(left).map(taken), ...fresh.slice(right).map(put)]
}

const taken = (line: ByteText | undefined): DiffLine => ({ sign: '-', text: maskedLine(line ?? '') })
const put = (line: ByteText | undefined): DiffLine => ({ sign: '+', text: maskedLine(line ?? '') })

/** How many lines the rest of both have in common, from these two places on. */
function commonLengths(old: readonly ByteText[], fresh: readonly ByteText[]): (left: number, right: number) => number {
  const width = fresh.length + 1
  const table = new Uint16Array((old.length + 1) * width)
  const at = (left: number, right: number): number => table[left * width + right] ?? 0
  for (let left = old.length - 1; left >= 0; left -= 1) {
    for (let right = fresh.length - 1; right >= 0; right -= 1) {
      const longer = Math.max(at(left + 1, right), at(left, right + 1))
      table[left * width + right] = old[left] === fresh[right] ? at(left + 1, right + 1) + 1 : longer
    }
  }
  return at
}
