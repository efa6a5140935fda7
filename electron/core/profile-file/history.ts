import type { DiffLine } from './diff.ts'

/** What was done to the person's files and the way back. Plain data without secrets: any face may show it. */
export interface FileHistoryView {
  /** Newest first. */
  readonly changes: readonly UndoableChange[]
  /** Newest first. */
  readonly backups: readonly BackupView[]
}

/** A section of a profile that is not as the person left it. */
export interface UndoableChange {
  readonly profile: string
  readonly file: string
  /** When the profile was first touched, in ISO 8601. */
  readonly at: string
  /** False: somebody else has changed it since, so it is not taken back. */
  readonly undoable: boolean
}

export interface BackupView {
  /** The file that was copied. */
  readonly file: string
  /** Where the copy is. */
  readonly path: string
  readonly at: string
  /** `day`: the first write of a day. `change`: something of the person's was about to be replaced. */
  readonly reason: 'day' | 'change'
}

/** What a take-back came to. */
export interface Undone {
  readonly profile: string
  readonly files: readonly string[]
}

/** A profile that has just become ours. */
export interface FileChange {
  readonly profile: string
  readonly file: string
  readonly kind: 'added' | 'took-over'
  readonly lines: readonly DiffLine[]
  /** Whether it is the first change of this file at all, which is worth telling. */
  readonly isFirst: boolean
  /** Whether a copy is kept of what was there; else the file held nothing of anybody's. */
  readonly copied: boolean
  /** Whether the person has seen it before it was made. */
  readonly agreed: boolean
}

export interface WritePreview {
  readonly file: string
  readonly lines: readonly DiffLine[]
}
