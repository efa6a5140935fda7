import { type CommandPiece, commandPieces } from './command-pieces.ts'

/** A part of a command. `differs`: it is not in the other one. */
export interface ComparedPiece extends CommandPiece {
  readonly differs: boolean
}

export interface CommandDifference {
  readonly before: readonly ComparedPiece[]
  readonly now: readonly ComparedPiece[]
}

interface Command {
  readonly text: string
  readonly shell: boolean
}

/** Two commands word by word: what went from the one, what came with the other. Both are whole. */
export function commandDifference(before: Command, now: Command): CommandDifference {
  const old = commandPieces(before.text, before.shell)
  const fresh = commandPieces(now.text, now.shell)
  const common = commonPieces(old, fresh)
  return {
    before: compared(old, new Set(common.map(([at]) => at))),
    now: compared(fresh, new Set(common.map(([, at]) => at))),
  }
}

type Pair = readonly [old: number, fresh: number]

/** Beyond this nobody reads word by word, and the table below would be large. */
const MOST_CELLS = 250_000

/** The longest row of pieces that both have, in their order (Wagner and Fischer). */
function commonPieces(old: readonly CommandPiece[], fresh: readonly CommandPiece[]): readonly Pair[] {
  if (old.length * fresh.length > MOST_CELLS) return []
  const lengths = old.map(() => fresh.map(() => 0))
  const lengthAt = (i: number, j: number): number => lengths[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] ?? []
      row[j] = isSame(old[i], fresh[j]) ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1))
    }
  }
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < old.length && j < fresh.length;) {
    if (isSame(old[i], fresh[j])) pairs.push([i++, j++])
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

const isSame = (one: CommandPiece | undefined, other: CommandPiece | undefined): boolean => one?.text === other?.text

/** A blank between two words that differ is part of what differs: one mark instead of three. */
function compared(pieces: readonly CommandPiece[], same: ReadonlySet<number>): readonly ComparedPiece[] {
  const isOther = (at: number): boolean => at >= 0 && at < pieces.length && !same.has(at)
  return pieces.map((piece, at) => ({
    ...piece,
    differs: isOther(at) || (piece.text.trim() === '' && isOther(at - 1) && isOther(at + 1)),
  }))
}
