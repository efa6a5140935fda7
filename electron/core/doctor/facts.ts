import type { Duration } from '../base/time.ts'
import type { ByteText } from '../profile-file/bytes.ts'
import type { SharedFile } from '../profile-file/header.ts'

/** What the doctor looks at, gathered beforehand. It holds the person's files, so it goes nowhere else. */
export interface DoctorFacts {
  readonly files: readonly FileFacts[]
  /** The folder of the credentials file. */
  readonly folder: { readonly path: string; readonly mode: number | null }
  readonly environment: Readonly<Record<string, string | undefined>>
  /** `unknown`: nobody could be asked. */
  readonly trayHost: 'present' | 'absent' | 'unknown'
  readonly clock: ClockFact
  /** False: file modes say nothing here (Windows). */
  readonly hasModes: boolean
}

export interface FileFacts {
  readonly kind: SharedFile
  readonly path: string
  /** One character per byte. `null`: there is no such file, or it could not be read. */
  readonly text: ByteText | null
  readonly mode: number | null
  /** Why it could not be read. `null`: it could, or there is none. */
  readonly unreadable: string | null
}

export type ClockFact =
  /** How far this computer's clock is ahead; below zero it is behind. */
  { readonly kind: 'measured'; readonly ahead: Duration } | { readonly kind: 'unknown'; readonly because: string }
