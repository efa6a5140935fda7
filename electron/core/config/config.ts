import type { Problem } from '../base/problem.ts'
import type { Duration } from '../base/time.ts'
import type { Run } from '../trust/run.ts'
import type { Identity } from '../identity/identity.ts'

/** What a configuration comes to: parsed, defaulted, in the order of the file (`parentsFirst` orders them otherwise). */
export interface Config {
  readonly identities: readonly Identity[]
  /** `credtray.refresh.lead`, as each identity has it too. */
  readonly lead: Duration
  /** When our keys are taken out of the file although their identities are active. Absent: never. */
  readonly end?: EndPolicy
  readonly notify: {
    /** How long before an end that Credtray cannot put off by itself the person is told. */
    readonly before: Duration
    readonly quiet: boolean
  }
  /** Absent: `ask`. */
  readonly files?: { readonly preview: FilePreview }
  /** Every command that it runs and every address that it asks instead of AWS, also of an identity that waits for something else. */
  readonly commands?: readonly Run[]
  /** What is wrong with single entries. The others work. */
  readonly problems: readonly Problem[]
  /** What works here but will surprise elsewhere. */
  readonly notes: readonly Problem[]
}

/** `ask`: the very first change of a file of the person's waits until they have seen it. `tell`: it is made and told. */
export type FilePreview = 'ask' | 'tell'

/** `remove`: our sections and all sessions in memory go; active identities come back at the next start, or unlock. */
export interface EndPolicy {
  readonly onQuit: 'keep' | 'remove'
  readonly onLock: 'keep' | 'remove'
  /** After so long without a key or a mouse. `null`: never. */
  readonly idle: Duration | null
}
