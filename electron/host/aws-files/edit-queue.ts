import type { Problem } from '#core/base/problem'
import { ProblemError } from '#core/base/problem'
import type { Result } from '#core/base/result'
import type { Edited, SectionChange } from '#core/profile-file/edit'
import type { Disk } from './disk.ts'
import type { FileKeeper } from './file-keeper.ts'
import { type Rewrite, rewriteFile } from './rewrite-file.ts'

/** A change of the file's text, one character per byte. `null`: there is no file. Asked again when the file changes. */
export type TextEdit = (text: string | null) => Result<Edited>

export interface EditQueue {
  /** Makes the edit, with all others that wait, in one write. Fails with a ProblemError; the others are not affected. */
  submit(edit: TextEdit, signal: AbortSignal): Promise<Edited>
}

interface Waiting {
  readonly edit: TextEdit
  readonly signal: AbortSignal
  readonly done: (edited: Edited) => void
  readonly failed: (error: unknown) => void
}

export interface EditedFile {
  readonly path: string
  readonly disk: Disk
  /** `null`: no copies are made and nothing can be undone. */
  readonly keeper: FileKeeper | null
}

/** One file, one writer at a time in this process. What comes in during a write makes up the next one. */
export function createEditQueue(file: EditedFile): EditQueue {
  let waiting: readonly Waiting[] = []
  let isWriting = false

  async function writeAll(): Promise<void> {
    isWriting = true
    // The others of the same turn join this write.
    await Promise.resolve()
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await writeBatch(batch, file)
    }
    isWriting = false
  }

  return {
    submit: (edit, signal) =>
      new Promise((done, failed) => {
        waiting = [...waiting, { edit, signal, done, failed }]
        // It cannot fail: what goes wrong is told to those who wait.
        if (!isWriting) void writeAll()
      }),
  }
}

async function writeBatch(batch: readonly Waiting[], { path, disk, keeper }: EditedFile): Promise<void> {
  const wanted = batch.filter(({ signal }) => !signal.aborted)
  for (const { signal, failed } of batch) if (signal.aborted) failed(signal.reason)
  if (wanted.length === 0) return
  let results: readonly Result<Edited>[] = []
  const decide = rememberingLast((before) => {
    const outcome = applyAll(before?.toString('latin1') ?? null, wanted)
    results = outcome.results
    return outcome.changed && outcome.text !== null ? Buffer.from(outcome.text, 'latin1') : null
  })
  const interest = untilAllAbort(wanted.map(({ signal }) => signal))
  try {
    const beforeReplace = async (target: string, before: Buffer | null): Promise<void> =>
      keeper?.beforeReplace(target, before, changesOf(results))
    await rewriteFile({ path, decide, beforeReplace, disk }, interest.signal)
    wanted.forEach((one, nth) => settle(one, results[nth], null))
  } catch (error) {
    wanted.forEach((one, nth) => settle(one, results[nth], error))
  } finally {
    interest.end()
  }
}

const changesOf = (results: readonly Result<Edited>[]): readonly SectionChange[] =>
  results.flatMap((result) => (result.ok && result.value.changed && result.value.section ? [result.value.section] : []))

type Decide = Rewrite['decide']

/** Under the lock the file is nearly always as it was before: then the decision stands as well. */
function rememberingLast(decide: Decide): Decide {
  let last: { readonly before: Buffer | null; readonly after: Buffer | null } | null = null
  return (before) => {
    if (last === null || !isSame(last.before, before)) last = { before, after: decide(before) }
    return last.after
  }
}

const isSame = (one: Buffer | null, other: Buffer | null): boolean =>
  one === null || other === null ? one === other : one.equals(other)

interface Outcome {
  readonly text: string | null
  readonly changed: boolean
  readonly results: readonly Result<Edited>[]
}

/** Each edit sees what the ones before it made. One that fails changes nothing. */
function applyAll(before: string | null, wanted: readonly Waiting[]): Outcome {
  let text = before
  const results: Result<Edited>[] = []
  for (const { edit } of wanted) {
    const result = edit(text)
    if (result.ok) text = result.value.text
    results.push(result)
  }
  return { text, changed: text !== before, results }
}

/** An edit that was refused has its own reason, whatever became of the write. */
function settle({ done, failed }: Waiting, result: Result<Edited> | undefined, error: unknown): void {
  if (result?.ok === false) failed(new ProblemError(result.problems[0] ?? UNKNOWN))
  else if (result === undefined || error !== null) failed(error ?? new ProblemError(UNKNOWN))
  else done(result.value)
}

const UNKNOWN: Problem = {
  code: 'app/unexpected',
  message: 'An edit of the credentials file was not made.',
  hint: 'Refresh again. If it happens again, report it with the log.',
}

/** A write goes on as long as one of those who wait for it still wants it. `end` takes the listeners away. */
function untilAllAbort(signals: readonly AbortSignal[]): { readonly signal: AbortSignal; readonly end: () => void } {
  const all = new AbortController()
  const check = (): void => {
    if (signals.every(({ aborted }) => aborted)) all.abort(signals[0]?.reason)
  }
  for (const signal of signals) signal.addEventListener('abort', check)
  const end = (): void => {
    for (const signal of signals) signal.removeEventListener('abort', check)
  }
  return { signal: all.signal, end }
}
