import type { Place } from '../base/problem.ts'
import { isLoopback } from '../base/loopback.ts'
import type { CredentialSource, IdentityName } from '../identity/identity.ts'
import type { Run } from './run.ts'

/** Where the two things that need an approval are written. */
export interface SourcePlaces {
  readonly command: Place
  readonly endpoint: Place
}

/**
 * What an identity of such a source does that the person has to know: the command it runs, or the address that gets
 * requests with its session token. A service on this computer is the person's own.
 */
export function runsOf(identity: IdentityName, source: CredentialSource, places: SourcePlaces): readonly Run[] {
  switch (source.kind) {
    case 'process':
      return [{ kind: 'command', identity, text: source.command, shell: source.shell, where: places.command }]
    case 'user':
    case 'assume-role':
      return source.endpoint === null || isLoopback(source.endpoint)
        ? []
        : [{ kind: 'endpoint', identity, text: source.endpoint, shell: false, where: places.endpoint }]
    case 'unusable':
      return []
  }
}
