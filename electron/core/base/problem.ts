/** Where in a person's file something stands. Line and column count from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/**
 * Something that went wrong, told to a person: what happened, and the way out.
 * `message` and `hint` never hold a credential value.
 */
export interface Problem {
  readonly code: ProblemCode
  readonly message: string
  readonly hint: string
  readonly where?: Place
}

/** A problem on its way up through async code. The cause is for the log; people see the problem. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem, options?: { readonly cause?: unknown }) {
    super(problem.message, options)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** The problem of anything thrown. What is not a ProblemError is a fault of ours, and is told as one. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return {
    code: 'app/unexpected',
    message: 'Something went wrong inside Credtray.',
    hint: 'Try again. If it comes back, restart Credtray and report what you did.',
  }
}

/** What happened, and the way out, as one line. */
export const problemWords = ({ message, hint }: Problem): string => `${message} ${hint}`.trim()

/** What an error says of itself. For terminal and log: of what was not made for people nothing better is known. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Every code the app can show. `area/fact`. */
export type ProblemCode =
  // The YAML
  | 'config/unreadable'
  | 'config/not-found'
  | 'config/syntax'
  | 'config/shape'
  | 'config/unsupported-tag'
  | 'config/missing-variable'
  | 'config/unsupported-template'
  | 'config/unknown-kind'
  | 'config/missing-command'
  | 'config/conflicting-keys'
  | 'config/half-key-pair'
  | 'config/standalone-with-via'
  | 'config/missing-via'
  | 'config/unknown-parent'
  | 'config/unusable-parent'
  | 'config/cycle'
  | 'config/missing-role'
  | 'config/conflicting-role'
  | 'config/bad-role-arn'
  | 'config/bad-duration'
  | 'config/bad-profile-name'
  | 'config/duplicate-profile'
  | 'config/duplicate-name'
  | 'config/function-failed'
  // Notes: nothing is wrong here
  | 'config/atmos-differs'
  | 'config/not-read'
  | 'config/no-identities'
  | 'config/no-shell'
  | 'config/signs-in'
  // Trust
  | 'trust/needed'
  | 'trust/refused'
  // credential_process: the codes of tests/vectors/credential_process_vectors.json, spelled our way
  | 'process/empty-command'
  | 'process/invalid-command'
  | 'process/not-found'
  | 'process/not-executable'
  | 'process/spawn-failed'
  | 'process/exit-nonzero'
  | 'process/killed-by-signal'
  | 'process/timeout'
  | 'process/cancelled'
  | 'process/output-too-large'
  | 'process/empty-output'
  | 'process/invalid-encoding'
  | 'process/invalid-json'
  | 'process/not-an-object'
  | 'process/unsupported-version'
  | 'process/missing-field'
  | 'process/invalid-field'
  | 'process/invalid-expiration'
  | 'process/already-expired'
  | 'process/recursion'
  // STS
  | 'sts/access-denied'
  | 'sts/mfa-code-refused'
  | 'sts/mfa-device-refused'
  | 'sts/invalid-keys'
  | 'sts/expired-parent'
  | 'sts/clock-skew'
  | 'sts/wrong-secret'
  | 'sts/duration-too-long'
  | 'sts/region-disabled'
  | 'sts/throttled'
  | 'sts/unreachable'
  | 'sts/unexpected'
  | 'sts/refused'
  // aws/user
  | 'user/mfa-needed'
  | 'user/bad-keys'
  | 'user/keys-locked'
  // The credentials and config file
  | 'file/invalid-profile-name'
  | 'file/invalid-key'
  | 'file/invalid-value'
  | 'file/long-lived-keys-present'
  | 'file/not-ours'
  | 'file/ambiguous-structure'
  | 'file/encoding-unsupported'
  | 'file/not-a-file'
  | 'file/symlink-loop'
  | 'file/write-failed'
  | 'file/file-changed'
  | 'file/file-too-large'
  | 'file/locked'
  | 'file/changed-since'
  | 'file/nothing-to-undo'
  // The container endpoint and `credtray exec`
  | 'endpoint/off'
  | 'exec/nested'
  | 'exec/not-found'
  | 'exec/not-executable'
  // What is opened for a person
  | 'action/no-console'
  | 'action/sign-in-refused'
  | 'action/not-started'
  | 'action/unknown-set'
  // The app itself
  | 'identity/not-handled'
  | 'identity/unknown'
  | 'session/needs-person'
  | 'session/expired'
  | 'session/cancelled'
  | 'bridge/refused'
  | 'app/unexpected'
