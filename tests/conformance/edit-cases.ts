import { z } from 'zod'
import { edit, type Change, type Edited, type EditOrder } from '#core/profile-file/edit'
import type { Setting } from '#core/profile-file/set-values'
import type { CaseResult } from './case-result.ts'

/** The form of ini_edit_vectors.json. Its `fileSystem` cases are prose: tests/host plays them. */
const editVectors = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      file: z.enum(['credentials', 'config']),
      before: z.string().nullish(),
      beforeBase64: z.string().optional(),
      op: z.object({
        action: z.enum(['set', 'unset']),
        profile: z.string(),
        values: z.record(z.string(), z.string().nullable()).optional(),
        remove: z.array(z.string()).optional(),
        keys: z.array(z.string()).optional(),
        pruneEmpty: z.boolean().optional(),
        allowLongLivedOverwrite: z.boolean().optional(),
        lastAccessKeyId: z.string().nullish(),
      }),
      after: z.string().nullish(),
      afterBase64: z.string().optional(),
      error: z.string().optional(),
      warnings: z.array(z.string()).optional(),
      changed: z.boolean().optional(),
    }),
  ),
})

type EditCase = z.infer<typeof editVectors>['cases'][number]

/** Whether these are edits of the shared files: every case names a file and an operation. */
export const isEditVectors = (vectors: unknown): boolean =>
  z
    .object({ cases: z.array(z.object({ file: z.string(), op: z.object({ action: z.string() }) })).min(1) })
    .safeParse(vectors).success

/** Runs every case through the project's own editor. */
export function runEditCases(vectors: unknown): readonly CaseResult[] {
  return editVectors.parse(vectors).cases.map((one) => ({ id: one.id, problem: problemOf(one) }))
}

function problemOf(one: EditCase): string | null {
  const before = bytesOf(one.before, one.beforeBase64)
  const result = edit(before, orderOf(one))
  if (!result.ok) return differs('error', one.error, codeOf(result.problems[0]?.code ?? ''))
  if (one.error !== undefined) return `expected the error ${one.error}, but the edit was made`
  return againstExpected(one, before, result.value)
}

function againstExpected(one: EditCase, before: string | null, edited: Edited): string | null {
  const after = one.changed === false && one.after === undefined ? before : bytesOf(one.after, one.afterBase64)
  const warned = [...new Set(edited.warnings.map(({ code }) => code))].toSorted()
  return (
    differs('text', after, edited.text) ??
    differs('changed', one.changed ?? before !== after, edited.changed) ??
    differs('warnings', one.warnings?.toSorted() ?? [], warned)
  )
}

function orderOf({ file, op }: EditCase): EditOrder {
  return {
    file,
    profile: unrolled(op.profile),
    change: changeOf(op),
    permission: {
      lastAccessKeyId: op.lastAccessKeyId ?? null,
      mayReplaceLongLived: op.allowLongLivedOverwrite ?? false,
    },
  }
}

function changeOf(op: EditCase['op']): Change {
  if (op.action === 'unset') return { kind: 'unset', keys: op.keys ?? [], pruneEmpty: op.pruneEmpty ?? true }
  const settings = Object.entries(op.values ?? {}).map(([key, value]): Setting => [
    key,
    value === null ? null : unrolled(value),
  ])
  return { kind: 'set', settings: [...settings, ...(op.remove ?? []).map((key): Setting => [key, null])] }
}

function bytesOf(text: string | null | undefined, base64: string | undefined): string | null {
  if (base64 !== undefined) return Buffer.from(base64, 'base64').toString('latin1')
  return text === null || text === undefined ? null : Buffer.from(unrolled(text), 'utf8').toString('latin1')
}

/** `{{rep:X*N}}`: X repeated N times. */
const unrolled = (text: string): string =>
  text.replace(/\{\{rep:(.*?)\*(\d+)\}\}/gs, (_all, unit: string, times: string) => unit.repeat(Number(times)))

/** `file/long-lived-keys-present` is the vectors' LONG_LIVED_KEYS_PRESENT. */
const codeOf = (code: string): string =>
  code
    .replace(/^file\//, '')
    .replaceAll('-', '_')
    .toUpperCase()

function differs(what: string, expected: unknown, actual: unknown): string | null {
  const [wanted, got] = [JSON.stringify(expected) ?? 'none', JSON.stringify(actual) ?? 'none']
  return wanted === got ? null : `${what}: expected ${shortened(wanted)}, got ${shortened(got)}`
}

const shortened = (text: string): string => (text.length <= 600 ? text : `${text.slice(0, 600)}…`)
