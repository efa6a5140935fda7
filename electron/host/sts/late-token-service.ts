import type { Contacts } from '#engine/contacts'
import type { TokenService } from '#engine/ports'
import type { Environment } from '../this-machine.ts'

/**
 * STS, loaded with the first call: the AWS SDK is most of the code there is, and neither a start nor a command line
 * that lists identities shall wait for it.
 */
export function lateTokenService(env: Environment, contacts: Contacts): TokenService {
  let loading: Promise<TokenService> | null = null
  const service = (): Promise<TokenService> =>
    (loading ??= import('./sts.ts').then(({ createTokenService }) => createTokenService({ env, contacts })))
  return {
    assumeRole: async (order, caller, signal) => (await service()).assumeRole(order, caller, signal),
    getSessionToken: async (order, caller, signal) => (await service()).getSessionToken(order, caller, signal),
    getCallerIdentity: async (caller, signal) => (await service()).getCallerIdentity(caller, signal),
  }
}
