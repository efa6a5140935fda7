import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { minutes, type Duration } from '#core/base/time'
import { isSignedWith, readAuthorization, signedAt, type SignedRequest } from './sigv4.ts'
import { assumeRole, getSessionToken, StsRefusal, type KnownKeys, type StsRules } from './sts-double-rules.ts'
import { callerIdentityXml, errorXml, grantXml } from './sts-double-xml.ts'

export interface StsDoubleOptions extends StsRules {
  /** Keys that the double did not hand out itself. `null`: unknown. */
  readonly knows: (accessKeyId: string, sessionToken: string | null) => KnownKeys | null
  /** Milliseconds since 1970. Missing: the real time. */
  readonly now?: () => number
}

/** What goes wrong with the next request, instead of an answer. */
export type StsFault =
  | {
      readonly kind: 'error'
      readonly code: string
      readonly status: number
      readonly message?: string
      readonly retryAfter?: number
      /** How far the Date header is ahead of the real time. */
      readonly serverAhead?: Duration
    }
  /** An answer that is not STS's. */
  | { readonly kind: 'rubbish'; readonly status: number; readonly body: string }
  | { readonly kind: 'hang' }
  | { readonly kind: 'cut' }

export interface StsCallSeen {
  readonly action: string
  readonly accessKeyId: string
  readonly region: string
  readonly parameters: Readonly<Record<string, string>>
}

export interface StsDouble {
  readonly url: string
  /** The last thousand requests that arrived, faulty or not, oldest first. */
  readonly seen: readonly StsCallSeen[]
  /** Those of them that were answered with what was asked for. */
  readonly granted: readonly StsCallSeen[]
  /** Taken one per request, first come first served. */
  readonly faults: StsFault[]
  stop(): Promise<void>
}

/**
 * A tiny STS on loopback: AssumeRole, GetSessionToken and GetCallerIdentity, with the refusals that a real one knows.
 * It makes the demo work without an account, and tests the STS adapter where no emulator is as strict as AWS.
 */
export async function startStsDouble(options: StsDoubleOptions): Promise<StsDouble> {
  const state: State = { options, issued: new Map(), usedCodes: new Set(), seen: [], granted: [], faults: [] }
  const server = createServer((request, response) => {
    void answer(request, response, state).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    seen: state.seen,
    granted: state.granted,
    faults: state.faults,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

interface State {
  readonly options: StsDoubleOptions
  readonly issued: Map<string, KnownKeys>
  readonly usedCodes: Set<string>
  readonly seen: StsCallSeen[]
  readonly granted: StsCallSeen[]
  readonly faults: StsFault[]
}

interface Reply {
  readonly status: number
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

async function answer(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const signed = await read(request)
  const parameters = new URLSearchParams(signed.body)
  remember(state.seen, seenIn(signed, parameters))
  const now = (state.options.now ?? Date.now)()
  const fault = state.faults.shift()
  if (fault?.kind === 'hang') return
  if (fault?.kind === 'cut') return void request.socket.destroy()
  const reply = fault ? faulty(fault, now) : honest(signed, parameters, { ...state, now })
  if (!fault && reply.status === 200) remember(state.granted, seenIn(signed, parameters))
  response.sendDate = false
  response.writeHead(reply.status, { 'content-type': 'text/xml', date: httpDate(now), ...reply.headers })
  response.end(reply.body)
}

async function read(request: IncomingMessage): Promise<SignedRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const { method = '', url = '', headers } = request
  return { method, target: url, headers, body: Buffer.concat(chunks).toString('utf8') }
}

function faulty(fault: Extract<StsFault, { kind: 'error' | 'rubbish' }>, now: number): Reply {
  if (fault.kind === 'rubbish') return fault
  const headers = {
    ...(fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }),
    ...(fault.serverAhead === undefined ? {} : { date: httpDate(now + fault.serverAhead) }),
  }
  return { status: fault.status, body: errorXml(fault.code, fault.message ?? fault.code), headers }
}

function honest(signed: SignedRequest, parameters: URLSearchParams, state: State & { readonly now: number }): Reply {
  try {
    const caller = authenticate(signed, state)
    return { status: 200, body: act(parameters, caller, state) }
  } catch (error) {
    if (!(error instanceof StsRefusal)) throw error
    return { status: error.status, body: errorXml(error.code, error.message) }
  }
}

function act(parameters: URLSearchParams, caller: KnownKeys, state: State & { readonly now: number }): string {
  const { options, issued } = state
  const action = parameters.get('Action')
  if (action === 'GetCallerIdentity') return callerIdentityXml(caller)
  if (action !== 'AssumeRole' && action !== 'GetSessionToken') {
    throw new StsRefusal('InvalidAction', `Could not find operation ${action} for version 2011-06-15`, 400)
  }
  const decide = action === 'AssumeRole' ? assumeRole : getSessionToken
  const granted = decide({ parameters, caller, now: state.now, usedCodes: state.usedCodes }, options)
  issued.set(granted.accessKeyId, granted)
  return grantXml(action, granted)
}

function authenticate(signed: SignedRequest, state: State & { readonly now: number }): KnownKeys {
  const authorization = readAuthorization(signed.headers['authorization']?.toString())
  if (!authorization) throw new StsRefusal('MissingAuthenticationToken', 'Request is missing Authentication Token')
  const keys = keysBehind(signed, authorization.accessKeyId, state)
  checkTime(signedAt(signed), state.now)
  const isGenuine = isSignedWith(keys.secretAccessKey, signed, authorization)
  if (!isGenuine) throw new StsRefusal('SignatureDoesNotMatch', MISMATCH)
  if (keys.expiresAt !== null && keys.expiresAt <= state.now) throw new StsRefusal('ExpiredToken', EXPIRED)
  return keys
}

function keysBehind(signed: SignedRequest, accessKeyId: string, { issued, options }: State): KnownKeys {
  const token = signed.headers['x-amz-security-token']?.toString() ?? null
  const keys = issued.get(accessKeyId) ?? options.knows(accessKeyId, token)
  if (!keys || keys.sessionToken !== token) throw new StsRefusal('InvalidClientTokenId', INVALID)
  return keys
}

function checkTime(stamp: string, now: number): void {
  const at = Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (Number.isNaN(at)) throw new StsRefusal('IncompleteSignature', 'Date must be in ISO-8601 basic format', 400)
  const late = 'Signature expired: the request is older than 15 min.'
  if (now - at > minutes(15)) throw new StsRefusal('SignatureDoesNotMatch', late)
  const early = 'Signature not yet current: the request is more than 15 min ahead.'
  if (at - now > minutes(15)) throw new StsRefusal('SignatureDoesNotMatch', early)
}

function remember(list: StsCallSeen[], call: StsCallSeen): void {
  list.push(call)
  if (list.length > MOST_SEEN) list.shift()
}

function seenIn(signed: SignedRequest, parameters: URLSearchParams): StsCallSeen {
  const authorization = readAuthorization(signed.headers['authorization']?.toString())
  return {
    action: parameters.get('Action') ?? '',
    accessKeyId: authorization?.accessKeyId ?? '',
    region: authorization?.scope.split('/')[1] ?? '',
    parameters: Object.fromEntries(parameters),
  }
}

const MOST_SEEN = 1_000
const httpDate = (at: number): string => new Date(at).toUTCString()
const INVALID = 'The security token included in the request is invalid'
const EXPIRED = 'The security token included in the request is expired'
const MISMATCH = 'The request signature we calculated does not match the signature you provided.'
