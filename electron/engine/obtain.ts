import { type ProblemCode, ProblemError } from '#core/base/problem'
import { unreachable } from '#core/base/result'
import type { Obtained, SessionCredentials } from '#core/credentials/credentials'
import type { CredentialSource, Identity } from '#core/identity/identity'
import type { Ask } from '#core/session/status'
import type { ProcessRun, ProcessRunner, TokenService } from './ports.ts'

/** A person in front of the screen who asked for this, and the code that they typed. `null`: a timer asked. */
export type Person = { readonly mfaCode: string | null } | null

/** Thrown where only a person can go on. */
export class PersonNeeded extends ProblemError {
  readonly ask: Ask

  constructor(ask: Ask, identity: Identity) {
    super({
      code: 'session/needs-person',
      message:
        ask.kind === 'mfa-code'
          ? `${identity.name} needs the code of ${ask.serial}.`
          : `${identity.name} needs you to sign in.`,
      hint: 'Open Credtray, pick the identity and answer what it asks.',
    })
    this.ask = ask
  }
}

export interface ObtainOrder {
  readonly identity: Identity
  readonly person: Person
  readonly signal: AbortSignal
  /** The parent's session; renewed first where it is due, or where the one we hold was `refused`. */
  readonly parent: (name: Identity['name'], held: 'trusted' | 'refused') => Promise<SessionCredentials>
  readonly onStderr: (text: string) => void
  readonly onRun: (run: ProcessRun) => void
}

/** Gets fresh credentials from an identity's source. Every failure is a ProblemError. */
export function obtain(
  order: ObtainOrder,
  ports: { processes: ProcessRunner; tokens: TokenService },
): Promise<Obtained> {
  const { source } = order.identity
  switch (source.kind) {
    case 'process':
      return runProcess(source, order, ports.processes)
    case 'user':
      return sessionToken(source, order, ports.tokens)
    case 'assume-role':
      return assumeRole(source, order, ports.tokens)
    case 'unusable':
      return Promise.reject(new ProblemError(source.because))
    default:
      return unreachable(source)
  }
}

async function runProcess(
  source: CredentialSource & { kind: 'process' },
  order: ObtainOrder,
  processes: ProcessRunner,
): Promise<Obtained> {
  if (source.interactive && order.person === null) throw new PersonNeeded({ kind: 'sign-in' }, order.identity)
  const { command, shell, timeout } = source
  const run = await processes.run(
    { command, shell, timeout, identity: order.identity.name, onStderr: order.onStderr },
    order.signal,
  )
  order.onRun(run)
  if (run.result.ok) return run.result.value
  if (run.needsPerson && order.person === null) throw new PersonNeeded({ kind: 'sign-in' }, order.identity)
  throw new ProblemError(run.result.problem)
}

async function sessionToken(
  source: CredentialSource & { kind: 'user' },
  order: ObtainOrder,
  tokens: TokenService,
): Promise<Obtained> {
  const { identity, signal } = order
  if (source.keys === null) throw new ProblemError(noKeys(identity))
  const caller = { credentials: longLived(source.keys), region: identity.region, endpoint: source.endpoint }
  const { mfaSerial: serial, lasts } = source
  if (serial === null) return tokens.getSessionToken({ lasts, mfa: null }, caller, signal)
  const code = order.person?.mfaCode ?? null
  if (code === null) throw new PersonNeeded({ kind: 'mfa-code', serial, refused: null }, identity)
  try {
    return await tokens.getSessionToken({ lasts, mfa: { serial, code } }, caller, signal)
  } catch (error) {
    if (!hasCode(error, 'sts/mfa-code-refused')) throw error
    throw new PersonNeeded({ kind: 'mfa-code', serial, refused: error.problem }, identity)
  }
}

async function assumeRole(
  source: CredentialSource & { kind: 'assume-role' },
  { identity, parent, signal }: ObtainOrder,
  tokens: TokenService,
): Promise<Obtained> {
  const { role, sessionName, externalId, lasts, endpoint } = source
  const assume = (credentials: SessionCredentials): Promise<Obtained> =>
    tokens.assumeRole(
      { role, sessionName, externalId, lasts },
      { credentials, region: identity.region, endpoint },
      signal,
    )
  try {
    return await assume(await parent(source.from, 'trusted'))
  } catch (error) {
    // shared/spec/sts.md §2, ExpiredToken: refresh the hop before, then once more.
    if (!hasCode(error, 'sts/expired-parent')) throw error
    return assume(await parent(source.from, 'refused'))
  }
}

function longLived(keys: NonNullable<(CredentialSource & { kind: 'user' })['keys']>): SessionCredentials {
  return { ...keys, sessionToken: null, expiresAt: null, accountId: null }
}

const hasCode = (error: unknown, code: ProblemCode): error is ProblemError =>
  error instanceof ProblemError && error.problem.code === code

const noKeys = (identity: Identity) => ({
  code: 'user/no-keys' as const,
  message: `${identity.name} has no access key.`,
  hint: 'Set the variables that access_key_id and secret_access_key name, then start Credtray again.',
  where: identity.where,
})
