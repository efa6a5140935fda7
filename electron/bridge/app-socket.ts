import type { Problem } from '#core/base/problem'
import type { RefreshRow } from '#core/command/report'
import type { Undone } from '#core/profile-file/history'
import type { Snapshot } from '#core/snapshot/snapshot'

/** What the command line asks of the running app: one JSON line each way, and no secret in either. */
export type AppQuestion =
  | { readonly ask: 'undo'; readonly profile: string | null }
  | { readonly ask: 'snapshot' }
  | { readonly ask: 'refresh'; readonly name: string }

export type AppAnswer =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'refresh'; readonly row: RefreshRow }
  | { readonly kind: 'undone'; readonly undone: Undone }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** The socket belongs to this user and to our own app, so its answers are recognised and not taken apart. */
export function isAppAnswer(raw: unknown): raw is AppAnswer {
  return typeof raw === 'object' && raw !== null && 'kind' in raw
}
