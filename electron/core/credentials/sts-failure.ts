import type { Duration } from '../base/time.ts'

/** How a call to STS failed, as far as the wire told. */
export interface StsFailure {
  /** The code of AWS (`AccessDenied`) or of the network (`ENOTFOUND`). */
  readonly code: string
  /** The HTTP status. `null`: no answer came. */
  readonly status: number | null
  /** AWS's own words. Not yet fit to be shown. */
  readonly text: string
  /** How far the clock of the server is ahead of ours, from the Date header. `null`: it told no date. */
  readonly serverAhead: Duration | null
}

/** What was asked, for the sentence that tells of its failure. */
export interface StsCall {
  readonly action: 'AssumeRole' | 'GetSessionToken' | 'GetCallerIdentity'
  /** The ARN of who asks, where it is known. */
  readonly caller?: string | null
  readonly role: string | null
  readonly region: string
  /** Who was asked, in words: `AWS STS in eu-west-1`, `localhost:4566`. */
  readonly server: string
  /** True: this computer is set up to reach the internet through a proxy. */
  readonly behindProxy: boolean
}
