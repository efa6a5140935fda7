import type { Place } from '../base/problem.ts'
import type { IdentityName } from '../identity/identity.ts'

/** Something that a configuration would have Credtray do on this computer, bring in from elsewhere, or send away. */
export interface Run {
  readonly kind: 'command' | 'exec' | 'remote-import' | 'endpoint'
  /** Whose command it is. `null`: it belongs to no identity. */
  readonly identity: IdentityName | null
  /** The command, or the address. */
  readonly text: string
  readonly shell: boolean
  readonly where: Place
}
