import type { Place } from '../base/problem.ts'
import type { Config } from '../config/config.ts'
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

/** The commands of a configuration's identities. */
export function commandsOf({ identities }: Pick<Config, 'identities'>): readonly Run[] {
  return identities.flatMap(({ name, source, provenance, where }): readonly Run[] => {
    if (source.kind !== 'process') return []
    const written = provenance?.find(({ field }) => field === 'credentials.credential_process')
    const { command: text, shell } = source
    return [{ kind: 'command', identity: name, text, shell, where: written?.where ?? where }]
  })
}
