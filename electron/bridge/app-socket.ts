import { z } from 'zod'
import type { Problem } from '#core/base/problem'
import type { RefreshRow } from '#core/command/report'
import type { Snapshot } from '#core/snapshot/snapshot'

/** What the command line asks of the running app: one JSON line each way, and no secret in either. */
export type AppQuestion = { readonly ask: 'snapshot' } | { readonly ask: 'refresh'; readonly name: string }

export type AppAnswer =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'refresh'; readonly row: RefreshRow }
  | { readonly kind: 'refused'; readonly problem: Problem }

const question = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('snapshot') }),
  z.strictObject({ ask: z.literal('refresh'), name: z.string().min(1).max(256) }),
])

/** `null`: not a question of ours. */
export function decodeQuestion(raw: unknown): AppQuestion | null {
  const decoded = question.safeParse(raw)
  return decoded.success ? decoded.data : null
}
