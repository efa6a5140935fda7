import { type Problem, type ProblemCode, ProblemError } from '#core/base/problem'
import type { LongLivedKeys, Obtained, SessionCredentials } from '#core/credentials/credentials'
import type { CredentialSource } from '#core/identity/identity'
import type { ObtainOrder, ObtainPorts } from './obtain.ts'
import { PersonNeeded } from './person.ts'
import { codeAsk } from './policy.ts'
import type { Caller } from './ports.ts'

type UserSource = CredentialSource & { kind: 'user' }
type UserPorts = Omit<ObtainPorts, 'processes'>

/** A session for an IAM user. Keys that a person typed and AWS does not take are asked for again. */
export async function obtainForUser(source: UserSource, order: ObtainOrder, ports: UserPorts): Promise<Obtained> {
  const { name } = order.identity
  const ask = (refused: Problem | null): PersonNeeded =>
    new PersonNeeded({ kind: 'keys', identity: name, keeping: ports.keys.keeping, refused }, name)

  if (source.keys !== null) return openSession(source.keys, source, { ...order, ports })
  const typed = ports.keys.read(name)
  if (typed === null) throw ask(null)
  try {
    return await openSession(typed, source, { ...order, ports })
  } catch (error) {
    throw error instanceof ProblemError && WRONG_KEYS.includes(error.problem.code) ? ask(error.problem) : error
  }
}

const WRONG_KEYS: readonly ProblemCode[] = ['sts/invalid-keys', 'sts/wrong-secret']

/** Opened with a code where the user has an MFA device, or taken over from who has done so. */
async function openSession(
  keys: LongLivedKeys,
  { mfaSerial: serial, lasts, endpoint }: UserSource,
  order: ObtainOrder & { readonly ports: UserPorts },
): Promise<Obtained> {
  const { identity, signal, ports } = order
  const caller = { credentials: longLived(keys), region: identity.region, endpoint }
  if (serial === null) return ports.tokens.getSessionToken({ lasts, mfa: null }, caller, signal)
  const shared = order.shared()
  return shared === null ? openWithCode({ serial, lasts, caller }, order, ports) : { credentials: shared, warnings: [] }
}

interface Opening {
  readonly serial: string
  readonly lasts: UserSource['lasts']
  readonly caller: Caller
}

/** One code, sent once. Whatever a new code can mend asks for one, and for nothing else (leapp#488). */
async function openWithCode(
  opening: Opening,
  order: ObtainOrder,
  { tokens, codes, clock }: UserPorts,
): Promise<Obtained> {
  const { serial, lasts, caller } = opening
  const { name } = order.identity
  const ask = (refused: Problem | null, waitUntil = codes.waitUntil(serial, clock.now())): PersonNeeded =>
    new PersonNeeded(codeAsk(name, serial, { refused, waitUntil }), name)

  const code = order.person?.mfaCode ?? null
  if (code === null) throw ask(null)
  const tooSoon = codes.send({ serial, code }, clock.now())
  if (tooSoon !== null) throw ask(usedUp, tooSoon)
  try {
    const obtained = await tokens.getSessionToken({ lasts, mfa: { serial, code } }, caller, order.signal)
    order.onCodeWorked()
    return obtained
  } catch (error) {
    if (!(error instanceof ProblemError) || !MENDED_BY_A_CODE.includes(error.problem.code)) throw error
    if (error.problem.code === 'sts/mfa-code-refused') codes.refused(serial)
    throw ask(error.problem.code === 'session/cancelled' ? null : error.problem)
  }
}

const MENDED_BY_A_CODE: readonly ProblemCode[] = [
  'sts/mfa-code-refused',
  'sts/unreachable',
  'sts/throttled',
  'sts/clock-skew',
  'session/cancelled',
]

const usedUp: Problem = {
  code: 'sts/mfa-code-refused',
  message: 'A code of this device was sent a moment ago, and AWS takes each code once.',
  hint: 'Wait until the device shows the next one (30 seconds at most) and type that.',
}

function longLived({ accessKeyId, secretAccessKey }: LongLivedKeys): SessionCredentials {
  return { accessKeyId, secretAccessKey, sessionToken: null, expiresAt: null, accountId: null }
}
