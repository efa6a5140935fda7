import type { STSClient, STSClientConfig } from '@aws-sdk/client-sts'
import { ProblemError } from '#core/base/problem'
import type { Duration } from '#core/base/time'
import { clockProblem } from '#core/credentials/sts-clock'
import type { StsCall, StsFailure } from '#core/credentials/sts-failure'
import { stsProblem } from '#core/credentials/sts-problem'
import type { Contacts } from '#engine/contacts'
import { whileBoth } from '#engine/while-both'
import type { Environment } from '../this-machine.ts'
import { extraCertificates } from './extra-certificates.ts'
import { keep, openClient, type StsRoad } from './sts-client.ts'
import { noteTries } from './sts-contacts.ts'
import { isBehindProxy, serverName, type StsEndpoint } from './sts-endpoint.ts'
import { clockWasCorrected, wireFailure } from './sts-wire-failure.ts'

export interface StsQuestion<Answer> {
  readonly action: StsCall['action']
  /** The role or MFA device that it is about. */
  readonly arn: string | null
  /** True: it carries an MFA code, which works once. */
  readonly holdsCode: boolean
  readonly send: (client: STSClient, signal: AbortSignal) => Promise<Answer>
}

export interface StsWay {
  /** The ARN of who asks, where it is known. */
  readonly caller: string | null
  readonly contacts: Contacts
  readonly endpoint: StsEndpoint
  readonly env: Environment
  readonly roads: Map<string, StsRoad>
  readonly sign: NonNullable<STSClientConfig['credentials']>
  readonly timeLimit: Duration
}

/** Throttling, 5xx and network: the SDK's standard mode waits with jitter in between. */
const TRIES = 3

/** Asks, and turns every failure into a ProblemError. An aborted call rejects with the signal's reason. */
export async function askSts<Answer>(question: StsQuestion<Answer>, way: StsWay, signal: AbortSignal): Promise<Answer> {
  const timeLimit = AbortSignal.timeout(way.timeLimit)
  try {
    return await whileBoth(signal, timeLimit, (either) => send(question, way, either))
  } catch (error) {
    signal.throwIfAborted()
    const failure = timeLimit.aborted ? tookTooLong : wireFailure(error, Date.now())
    throw new ProblemError(stsProblem(failure, callOf(question, way)), { cause: error })
  }
}

/**
 * A code that may have arrived is not sent again. A wrong clock is the exception: such a request is refused before
 * AWS looks at the code.
 */
async function send<Answer>(question: StsQuestion<Answer>, way: StsWay, signal: AbortSignal): Promise<Answer> {
  if (!question.holdsCode) return sendOnRoad(question, { ...way, tries: TRIES }, signal)
  try {
    return await sendOnRoad(question, { ...way, tries: 1 }, signal)
  } catch (error) {
    const isClock = clockProblem(wireFailure(error, Date.now())) !== null && clockWasCorrected(error)
    if (!isClock) throw error
    return sendOnRoad(question, { ...way, tries: 1 }, signal)
  }
}

async function sendOnRoad<Answer>(
  question: StsQuestion<Answer>,
  way: StsWay & { readonly tries: number },
  signal: AbortSignal,
): Promise<Answer> {
  const { endpoint, env, roads } = way
  const key = `${endpoint.region} ${endpoint.url ?? ''}`
  const road = roads.get(key)
  const authorities = road === undefined ? extraCertificates(env) : null
  const signing = { credentials: way.sign, tries: way.tries, authorities }
  const client = openClient(road ?? { endpoint, clockOffset: 0 }, signing)
  noteTries(client, question.action, way.contacts)
  try {
    return await question.send(client, signal)
  } finally {
    roads.set(key, keep(client, endpoint))
  }
}

function callOf(question: Pick<StsQuestion<unknown>, 'action' | 'arn'>, { endpoint, env, caller }: StsWay): StsCall {
  return {
    caller,
    action: question.action,
    role: question.action === 'AssumeRole' ? question.arn : null,
    region: endpoint.region,
    server: serverName(endpoint),
    behindProxy: isBehindProxy(endpoint, env),
  }
}

const tookTooLong: StsFailure = { code: 'TimeoutError', status: null, text: '', serverAhead: null }
