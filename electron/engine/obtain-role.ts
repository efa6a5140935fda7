import { ProblemError } from '#core/base/problem'
import { hours } from '#core/base/time'
import type { Obtained, SessionCredentials } from '#core/credentials/credentials'
import { isRoleSession } from '#core/identity/caller'
import type { CredentialSource } from '#core/identity/identity'
import type { ObtainOrder } from './obtain.ts'
import type { TokenService } from './ports.ts'

/** Who signs for a role. */
export interface ParentSession {
  readonly credentials: SessionCredentials
  /** Whose credentials they are. `null`: it is not known. */
  readonly arn: string | null
}

type RoleSource = CredentialSource & { kind: 'assume-role' }

/** One hop of a chain. */
export async function obtainRole(source: RoleSource, order: ObtainOrder, tokens: TokenService): Promise<Obtained> {
  const assume = (parent: ParentSession): Promise<Obtained> => assumeWith(parent, source, { ...order, tokens })
  try {
    return await assume(await order.parent(source.from, 'trusted'))
  } catch (error) {
    // The keys that signed ended meanwhile: the hop before is renewed, then it is tried once more.
    if (!(error instanceof ProblemError) || error.problem.code !== 'sts/expired-parent') throw error
    return assume(await order.parent(source.from, 'refused'))
  }
}

/**
 * A role that is assumed from a role's session lasts an hour at most. Where nobody knows yet
 * whose session the parent is, STS says so, and `TokenService` asks for an hour then.
 */
async function assumeWith(
  { credentials, arn }: ParentSession,
  { role, sessionName, externalId, lasts, endpoint }: RoleSource,
  { identity, signal, tokens }: ObtainOrder & { readonly tokens: TokenService },
): Promise<Obtained> {
  const isCut = lasts !== null && lasts > hours(1) && isRoleSession(arn)
  const obtained = await tokens.assumeRole(
    { role, sessionName, externalId, lasts: isCut ? hours(1) : lasts },
    { credentials, region: identity.region, endpoint, arn },
    signal,
  )
  return isCut ? { ...obtained, warnings: [...obtained.warnings, 'SHORTENED_TO_ONE_HOUR'] } : obtained
}
