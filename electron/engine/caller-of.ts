import type { SessionCredentials } from '#core/credentials/credentials'
import type { Identity } from '#core/identity/identity'
import type { Caller } from './ports.ts'

/** Who asks AWS whose keys these are, and where: the identity's own endpoint, if it has one. */
export const callerOf = ({ region, source }: Identity, credentials: SessionCredentials): Caller => ({
  credentials,
  region,
  endpoint: 'endpoint' in source ? source.endpoint : null,
})
