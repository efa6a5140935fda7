import type { Problem } from '#core/base/problem'
import type { AskingRow } from '#core/command/report'
import type { CredentialDocument } from '#core/credentials/document'
import type { Undone, WritePreview } from '#core/profile-file/history'
import type { Removal } from '#core/snapshot/removal'
import type { Snapshot } from '#core/snapshot/snapshot'
import type { TrialView } from '#core/snapshot/trial'

/**
 * What the command line asks of the running app: one JSON line each way. Keys are in one answer only, `credentials`,
 * for the socket belongs to this user alone (docs/reliability.md, "Keys on the socket").
 */
export type AppQuestion =
  | { readonly ask: 'undo'; readonly profile: string | null }
  | { readonly ask: 'snapshot' }
  | { readonly ask: 'refresh' | 'activate' | 'deactivate'; readonly name: string }
  /** What a refresh would bring, with nothing kept. */
  | { readonly ask: 'try'; readonly name: string }
  /** `refresh` again, with what the person typed at a terminal. `null`: without a code, which another one may have spared. */
  | { readonly ask: 'refresh-with-code'; readonly name: string; readonly mfaCode: string | null }
  /** What the deed that follows would change in files that are the person's alone so far; it is their word, then. */
  | { readonly ask: 'first-write'; readonly name: string }
  /** `inside`: whose helpers wait for the answer. `by`: who asks, for the history. `soon`: who asks gives up early. */
  | {
      readonly ask: 'credentials'
      readonly name: string
      readonly inside: readonly string[]
      readonly by: string | null
      readonly soon?: boolean | undefined
    }
  /** The person said yes at a terminal to the question with this digest. The answer is the snapshot after it. */
  | { readonly ask: 'approve'; readonly digest: string }
  | { readonly ask: 'panic' }

export type AppAnswer =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  /** How it went with one identity, whatever was asked for it. */
  | { readonly kind: 'row'; readonly row: AskingRow }
  | { readonly kind: 'trial'; readonly trial: TrialView }
  | { readonly kind: 'first-write'; readonly previews: readonly WritePreview[] }
  | { readonly kind: 'undone'; readonly undone: Undone }
  | { readonly kind: 'credentials'; readonly document: CredentialDocument }
  | { readonly kind: 'panic'; readonly removal: Removal }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** The socket belongs to this user and to our own app, so its answers are recognised and not taken apart. */
export function isAppAnswer(raw: unknown): raw is AppAnswer {
  return typeof raw === 'object' && raw !== null && 'kind' in raw
}
