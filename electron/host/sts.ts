import { AssumeRoleCommand, GetSessionTokenCommand, type Credentials, type STSClient } from '@aws-sdk/client-sts'
import { ProblemError, type Problem } from '#core/base/problem'
import { hours, instant, seconds, type Duration } from '#core/base/time'
import type { Obtained, SessionCredentials } from '#core/credentials/credentials'
import { decodeStsAnswer, type StsAnswer } from '#core/credentials/sts-answer'
import { regionProblems, roleProblems, userProblems } from '#core/credentials/sts-limits'
import { crossesPartitions } from '#core/identity/partition'
import type { Caller, TokenService } from '#engine/ports'
import type { Environment } from './child-environment.ts'
import { askSts, type StsQuestion } from './sts-ask.ts'
import type { StsRoad } from './sts-client.ts'
import { stsEndpoint } from './sts-endpoint.ts'

type RoleOrder = Parameters<TokenService['assumeRole']>[0]
type UserOrder = Parameters<TokenService['getSessionToken']>[0]

/** From the question to the answer, all tries together. */
const TIME_LIMIT = seconds(30)

/**
 * STS by the AWS SDK. `env` is where AWS_ENDPOINT_URL_STS and AWS_ENDPOINT_URL are looked up; nothing else of the
 * person's environment or ~/.aws is read. An aborted call rejects with the signal's reason.
 */
export function createTokenService(machine: {
  readonly env: Environment
  readonly timeLimit?: Duration
}): TokenService {
  const { env, timeLimit = TIME_LIMIT } = machine
  const roads = new Map<string, StsRoad>()
  const roleBehind = new WeakMap<SessionCredentials, string>()

  async function ask(question: StsQuestion, caller: Caller, signal: AbortSignal): Promise<Obtained> {
    signal.throwIfAborted()
    const endpoint = stsEndpoint(caller, question.arn, env)
    refuse(regionProblems(endpoint.region))
    const sign = signer(caller.credentials)
    const answer = await askSts(question, { endpoint, env, roads, sign, timeLimit }, signal)
    const decoded = decodeStsAnswer(answer, instant(Date.now()))
    if (!decoded.ok) throw refusal(decoded.problems)
    return decoded.value
  }

  return {
    async assumeRole(order, caller, signal) {
      refuse([...roleProblems(order), ...crossing(roleBehind.get(caller.credentials) ?? '', order.role)])
      const obtained = await orAnHour(order, (fitting) => ask(roleQuestion(fitting), caller, signal))
      roleBehind.set(obtained.credentials, order.role)
      return obtained
    },
    async getSessionToken(order, caller, signal) {
      refuse(userProblems(order))
      return ask(userQuestion(order), caller, signal)
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

function roleQuestion({ role, sessionName, externalId, lasts }: RoleOrder): StsQuestion {
  const input = {
    RoleArn: role,
    RoleSessionName: sessionName,
    ...(externalId === null ? {} : { ExternalId: externalId }),
    ...(lasts === null ? {} : { DurationSeconds: wholeSeconds(lasts) }),
  }
  const send = async (client: STSClient, abortSignal: AbortSignal): Promise<StsAnswer> => {
    const { Credentials, AssumedRoleUser } = await client.send(new AssumeRoleCommand(input), { abortSignal })
    return plain(Credentials, AssumedRoleUser?.Arn)
  }
  return { action: 'AssumeRole', arn: role, holdsCode: false, send }
}

function userQuestion({ lasts, mfa }: UserOrder): StsQuestion {
  const input = {
    DurationSeconds: wholeSeconds(lasts),
    ...(mfa === null ? {} : { SerialNumber: mfa.serial, TokenCode: mfa.code }),
  }
  const send = async (client: STSClient, abortSignal: AbortSignal): Promise<StsAnswer> =>
    plain((await client.send(new GetSessionTokenCommand(input), { abortSignal })).Credentials, undefined)
  return { action: 'GetSessionToken', arn: mfa?.serial ?? null, holdsCode: mfa !== null, send }
}

const wholeSeconds = (lasts: Duration): number => Math.floor(lasts / seconds(1))

const plain = (credentials: Credentials | undefined, arn: string | undefined): StsAnswer => ({
  accessKeyId: credentials?.AccessKeyId,
  secretAccessKey: credentials?.SecretAccessKey,
  sessionToken: credentials?.SessionToken,
  expiresAt: credentials?.Expiration?.getTime(),
  arn,
})

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

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw refusal(problems)
}

/** The first problem is told; the next one comes up when it is solved. */
function refusal([first]: readonly Problem[]): ProblemError {
  return new ProblemError(first ?? { code: 'app/unexpected', message: 'STS was refused without a reason.', hint: '' })
}
