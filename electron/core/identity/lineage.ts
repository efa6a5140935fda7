import { chainOf, type FindIdentity } from './chain.ts'
import type { Identity } from './identity.ts'

/**
 * How an identity's keys are obtained, up to the root of its chain, in one text: where two are equal, a session of the
 * one is a session of the other. Secrets are not in it.
 */
export const lineageOf = (identity: Identity, find: FindIdentity): string =>
  chainOf(identity, find)
    .toReversed()
    .map(({ source }) => JSON.stringify(source))
    .join('\n')
