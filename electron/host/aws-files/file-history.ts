import { ProblemError } from '#core/base/problem'
import type { SharedFile } from '#core/profile-file/header'
import type { BackupView, UndoableChange } from '#core/profile-file/history'
import type { LedgerEntry } from '#core/profile-file/ledger'
import { writeOwned } from '#core/profile-file/owned'
import { backupGone, nothingToUndo } from '#core/profile-file/problems'
import { putBack } from '#core/profile-file/put-back'
import type { FileHistory } from '#engine/ports'
import type { Disk } from './disk.ts'
import type { EditQueue } from './edit-queue.ts'
import { digest, type FileKeeper } from './file-keeper.ts'
import { createFirstWrites, linesOf, UNKNOWN_YET } from './first-writes.ts'
import { linkTarget } from './link-target.ts'
import { readShared } from './shared-file.ts'

/** One of the two files, with its queue: what is taken back waits in line with what is written. */
export interface KeptFile {
  readonly kind: SharedFile
  readonly path: string
  readonly queue: EditQueue
}

export interface HistoryParts {
  /** The credentials file first. */
  readonly files: readonly KeptFile[]
  readonly keeper: FileKeeper
  readonly disk: Disk
}

export function createFileHistory(parts: HistoryParts): FileHistory {
  const [credentials] = parts.files
  return {
    ...createFirstWrites(parts),

    async list() {
      const found = await Promise.all(parts.files.map((file) => historyOf(file, parts)))
      return {
        changes: found.flatMap(({ changes }) => changes).toSorted((one, other) => other.at.localeCompare(one.at)),
        backups: found.flatMap(({ backups }) => backups).toSorted((one, other) => other.at.localeCompare(one.at)),
      }
    },

    async preview(profile) {
      const path = credentials?.path ?? ''
      const text = await textOf(path, parts.disk)
      return { file: path, lines: linesOf(writeOwned(text, { profile, takeOver: true }, UNKNOWN_YET)) }
    },

    async undo(profile, signal) {
      const found = await Promise.all(
        parts.files.map(async (file) => ({ file, entries: await entriesOf(file, parts) })),
      )
      const name = profile ?? newest(found.flatMap(({ entries }) => entries))
      const steps = found.flatMap(({ file, entries }) =>
        entries.flatMap((entry) => (entry.profile === name ? [{ file, entry }] : [])),
      )
      if (name === null || steps.length === 0) throw new ProblemError(nothingToUndo(profile))
      // All are asked before the first is written: half an undo would be a third state.
      for (const step of steps) await tryOut(step, parts)
      for (const step of steps) await takeBack(step, parts, signal)
      return { profile: name, files: steps.map(({ file }) => file.path) }
    },
  }
}

async function textOf(path: string, disk: Disk): Promise<string | null> {
  return (await readShared(path, disk))?.bytes.toString('latin1') ?? null
}

const problemOf = (problems: readonly ConstructorParameters<typeof ProblemError>[0][]): Error =>
  problems[0] === undefined ? new Error('refused without a reason') : new ProblemError(problems[0])

const newest = (entries: readonly LedgerEntry[]): string | null =>
  entries.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1)?.profile ?? null

async function entriesOf(file: KeptFile, { keeper, disk }: HistoryParts): Promise<readonly LedgerEntry[]> {
  return (await keeper.ledger.load(await linkTarget(file.path, disk))).entries
}

async function historyOf(file: KeptFile, parts: HistoryParts) {
  const target = await linkTarget(file.path, parts.disk)
  const backups = await parts.keeper.backups.list(target)
  const entries = await entriesOf(file, parts)
  return {
    changes: entries.map(({ profile, at, shared }): UndoableChange => ({
      profile,
      file: file.path,
      at,
      undoable: !shared,
    })),
    backups: backups.map(({ path, at, reason }): BackupView => ({ file: file.path, path, at, reason })).toReversed(),
  }
}

interface Step {
  readonly file: KeptFile
  readonly entry: LedgerEntry
}

/** The order for one file, with the old bytes in hand. */
async function orderFor({ file, entry }: Step, { keeper, disk }: HistoryParts) {
  const target = await linkTarget(file.path, disk)
  const kept = await keeper.backups.list(target)
  const texts = await Promise.all(kept.map(async ({ name }) => (await keeper.backups.read(target, name)) ?? null))
  const backups = texts.flatMap((bytes) => (bytes === null ? [] : [bytes.toString('latin1')])).toReversed()
  const bytes = entry.backup === null ? null : await keeper.backups.read(target, entry.backup)
  if (entry.backup !== null && bytes === null) throw new ProblemError(backupGone(entry.profile, entry.backup))
  return { file: file.kind, entry, backup: bytes?.toString('latin1') ?? null, backups, digest }
}

async function tryOut(step: Step, parts: HistoryParts): Promise<void> {
  const order = await orderFor(step, parts)
  const text = await textOf(step.file.path, parts.disk)
  const result = putBack(text, order)
  if (!result.ok) throw problemOf(result.problems)
}

async function takeBack(step: Step, parts: HistoryParts, signal: AbortSignal): Promise<void> {
  const order = await orderFor(step, parts)
  await step.file.queue.submit((text) => putBack(text, order), signal)
  const target = await linkTarget(step.file.path, parts.disk)
  await parts.keeper.forget(target, step.entry.profile)
}
