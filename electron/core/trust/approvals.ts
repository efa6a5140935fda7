import { z } from 'zod'

/** What the person has approved: by file, for each thing that it runs, a digest of what was shown. */
export interface Approvals {
  readonly files: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export const NOTHING_APPROVED: Approvals = { files: {} }

const schema = z.object({ files: z.record(z.string(), z.record(z.string(), z.string())) })

/** Reads what `JSON.stringify(approvals)` wrote. `null`: it is something else. */
export function decodeApprovals(raw: unknown): Approvals | null {
  const decoded = schema.safeParse(raw)
  return decoded.success ? decoded.data : null
}

/** Both together. */
export function mergedApprovals(a: Approvals, b: Approvals): Approvals {
  const names = [...new Set([...Object.keys(a.files), ...Object.keys(b.files)])]
  return { files: Object.fromEntries(names.map((file) => [file, { ...a.files[file], ...b.files[file] }])) }
}
