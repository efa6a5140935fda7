import type { Place } from '../base/problem.ts'
import type { IdentityName } from '../identity/identity.ts'

/** Something that a configuration would have Credtray do on this computer, or bring in from elsewhere. */
export interface Run {
  readonly kind: 'command' | 'exec' | 'remote-import'
  /** Whose command it is. `null`: it belongs to no identity. */
  readonly identity: IdentityName | null
  /** The command, or the address. */
  readonly text: string
  readonly shell: boolean
  readonly where: Place
}
