import { z } from 'zod'

/** What was approved, as it was shown: secrets are hidden in it. */
export interface ApprovedText {
  readonly text: string
  readonly shell: boolean
}

/** What the person has approved: by file, for each thing that it runs, a digest of what was shown. */
export interface Approvals {
  readonly files: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** By the same names, to show what has changed. It decides nothing, and older files have none. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, ApprovedText>>>>
}

export const NOTHING_APPROVED: Approvals = { files: {}, texts: {} }

const named = <T>(inner: z.ZodType<T>) => z.record(z.string(), z.record(z.string(), inner))

const schema = z.object({
  files: named(z.string()),
  texts: named(z.object({ text: z.string(), shell: z.boolean() })).catch({}),
})

/** Reads what `JSON.stringify(approvals)` wrote. `null`: it is something else. */
export function decodeApprovals(raw: unknown): Approvals | null {
  const decoded = schema.safeParse(raw)
  return decoded.success ? decoded.data : null
}
