import { ProblemError, type Problem } from '#core/base/problem'
import type { Result } from '#core/base/result'
import { hours, instant, minutes, seconds, type Duration } from '#core/base/time'
import type { Obtained, SessionCredentials } from '#core/credentials/credentials'
import { decodeCaller, decodeStsAnswer, type StsAnswer } from '#core/credentials/sts-answer'
import { regionProblems, roleProblems, userProblems } from '#core/credentials/sts-limits'
import { crossesPartitions } from '#core/identity/partition'
import type { Contacts } from '#engine/contacts'
import type { Caller, TokenService } from '#engine/ports'
import type { Environment } from '../this-machine.ts'
import { askSts, type StsQuestion } from './sts-ask.ts'
import type { StsRoad } from './sts-client.ts'
import { stsEndpoint } from './sts-endpoint.ts'
import { callerQuestion, roleQuestion, userQuestion } from './sts-questions.ts'

type RoleOrder = Parameters<TokenService['assumeRole']>[0]

/** From the question to the answer, all tries together. */
const TIME_LIMIT = seconds(30)

/**
 * STS by the AWS SDK. `env` is where AWS_ENDPOINT_URL_STS and AWS_ENDPOINT_URL are looked up; nothing else of the
 * person's environment or ~/.aws is read. An aborted call rejects with the signal's reason.
 */
export function createTokenService(machine: {
  readonly env: Environment
  readonly contacts: Contacts
  readonly timeLimit?: Duration
}): TokenService {
  const { env, contacts, timeLimit = TIME_LIMIT } = machine
  const roads = new Map<string, StsRoad>()
  const roleBehind = new WeakMap<SessionCredentials, string>()

  async function ask<Answer>(question: StsQuestion<Answer>, caller: Caller, signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted()
    const endpoint = stsEndpoint(caller, question.arn, env)
    refuse(regionProblems(endpoint.region))
    const sign = signer(caller.credentials)
    return askSts(question, { caller: caller.arn ?? null, contacts, endpoint, env, roads, sign, timeLimit }, signal)
  }

  async function obtain(question: StsQuestion<StsAnswer>, caller: Caller, signal: AbortSignal): Promise<Obtained> {
    return trusted(decodeStsAnswer(await ask(question, caller, signal), instant(Date.now())))
  }

  return {
    async assumeRole(order, caller, signal) {
      const from = caller.arn ?? roleBehind.get(caller.credentials) ?? ''
      refuse([...roleProblems(order), ...crossing(from, order.role)])
      const obtained = await orAnHour(order, (fitting) => obtain(roleQuestion(fitting), caller, signal))
      roleBehind.set(obtained.credentials, order.role)
      return tellShort(obtained, order.lasts)
    },
    async getSessionToken(order, caller, signal) {
      refuse(userProblems(order))
      return tellShort(await obtain(userQuestion(order), caller, signal), order.lasts)
    },
    async getCallerIdentity(caller, signal) {
      return trusted(decodeCaller(await ask(callerQuestion, caller, signal)))
    },
  }
}

/** The keys in the form that the SDK signs with. They live as long as the call. */
function signer(credentials: SessionCredentials): () => Promise<{
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
}> {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials
  return async () => ({
    accessKeyId,
    secretAccessKey: secretAccessKey.reveal(),
    ...(sessionToken === null ? {} : { sessionToken: sessionToken.reveal() }),
  })
}

/** STS cuts without a word what the keys of a root user ask for; a role's hour was asked for by ourselves. */
function tellShort(obtained: Obtained, wanted: Duration | null): Obtained {
  const lasts = (obtained.credentials.expiresAt ?? Number.MAX_SAFE_INTEGER) - Date.now()
  if (wanted === null || wanted <= hours(1) + TOLERANCE || lasts > hours(1) + TOLERANCE) return obtained
  return { ...obtained, warnings: [...obtained.warnings, 'SHORTENED_TO_ONE_HOUR'] }
}

/** Two clocks are compared here, and they may differ this much without a complaint of AWS. */
const TOLERANCE = minutes(15)

/** A role may allow less than was asked for, and a chained one never more than an hour: then an hour is asked, once. */
async function orAnHour(order: RoleOrder, ask: (order: RoleOrder) => Promise<Obtained>): Promise<Obtained> {
  try {
    return await ask(order)
  } catch (error) {
    const tooLong = error instanceof ProblemError && error.problem.code === 'sts/duration-too-long'
    if (!tooLong || order.lasts === null || order.lasts <= hours(1)) throw error
    return ask({ ...order, lasts: hours(1) })
  }
}

function crossing(from: string, to: string): readonly Problem[] {
  if (!crossesPartitions(from, to)) return []
  return [
    {
      code: 'sts/refused',
      message: `A chain can not lead from ${from} to ${to}: they are in different partitions of AWS.`,
      hint: 'Give the second role a parent of its own partition.',
    },
  ]
}

function trusted<T>(decoded: Result<T>): T {
  if (!decoded.ok) throw refusal(decoded.problems)
  return decoded.value
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw refusal(problems)
}

/** The first problem is told; the next one comes up when it is solved. */
function refusal([first]: readonly Problem[]): ProblemError {
  return new ProblemError(first ?? { code: 'app/unexpected', message: 'STS was refused without a reason.', hint: '' })
}
