/** Something that a person should know about their AWS setup. Never with a secret in it. */
export interface Finding {
  readonly code: FindingCode
  /** One line: what is so, what it leads to, and the way out. */
  readonly message: string
  readonly file: string | null
  /** From 1. `null`: it is about no single line. */
  readonly line: number | null
}

export type FindingCode =
  | 'SHADOWED_BY_STATIC_KEYS'
  | 'SHADOWS_STATIC_KEYS'
  | 'UNREADABLE'
  | 'DUPLICATE_SECTION'
  | 'DUPLICATE_KEY'
  | 'BOM'
  | 'NOT_UTF8'
  | 'MALFORMED_LINE'
  | 'DEFAULT_SECTION'
  | 'TWO_DEFAULTS'
  | 'UNSEEN_SECTION'
  | 'OLD_TOKEN'
  | 'LOOSE_MODE'
  | 'ENVIRONMENT_WINS'
  | 'NO_TRAY_HOST'
  | 'CLOCK_OFF'

export interface Examination {
  readonly findings: readonly Finding[]
  /** What could not be looked at, and why. */
  readonly unchecked: readonly string[]
}
