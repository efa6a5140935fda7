import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { problemOf } from '#core/base/problem'
import { redact } from '#core/base/redact'
import { Secret } from '#core/base/secret'
import { type Instant } from '#core/base/time'
import { type ContainerAnswer, containerAnswer, containerRefusal, refusal } from '#core/credentials/container-answer'
import type { CredentialDocument } from '#core/credentials/document'
import type { IdentityName } from '#core/identity/identity'
import { openEndpointFolder } from './endpoint-folder.ts'
import { refusedByGuard } from './endpoint-guard.ts'

/** What a tool needs to know: AWS_CONTAINER_CREDENTIALS_FULL_URI and AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE. */
export interface EndpointOffer {
  readonly uri: string
  readonly tokenFile: string
}

/**
 * A container's credentials endpoint on loopback. It is the one interface of AWS's by which every SDK renews by itself
 * while a process lives, with a plain URL: http is taken from 127.0.0.0/8 by botocore (utils.py, ContainerMetadataFetcher),
 * by the SDK for JavaScript (credential-provider-http, checkUrl.js) and by Go's (config/resolve_credentials.go,
 * isLoopbackHost). Who may connect is everybody on this machine, so each identity has a token of its own in a file that
 * only this user can read; it is new with each start.
 */
export interface CredentialsEndpoint {
  /** The same for the same identity, as long as this endpoint lives. */
  offer(name: IdentityName): Promise<EndpointOffer>
  /** In this folder, which goes with the endpoint, its owner may keep what lives as long. */
  readonly folder: string
  close(): Promise<void>
}

export interface EndpointParts {
  /** The app's own data. */
  readonly dataFolder: string
  /** Throws a ProblemError. `by`: who asks, for the history. */
  readonly supply: (name: IdentityName, by: string) => Promise<CredentialDocument>
  readonly now: () => Instant
}

export async function openCredentialsEndpoint(parts: EndpointParts): Promise<CredentialsEndpoint> {
  const folder = await openEndpointFolder(parts.dataFolder)
  const doors = new Map<string, Door>()
  const offers = new Map<IdentityName, Promise<EndpointOffer>>()
  const server = createServer(LIMITS, (request, response) => void answer(request, response))
  server.maxConnections = MOST_CONNECTIONS
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusedByGuard(request, port)
    const door = refused === null ? doorOf(request, doors) : null
    if (refused !== null) send(response, refused)
    else if (door === null) send(response, UNKNOWN)
    else send(response, await answerFor(door.name, request, parts))
  }

  async function open(name: IdentityName): Promise<EndpointOffer> {
    const id = randomBytes(8).toString('hex')
    const token = new Secret(randomBytes(TOKEN_BYTES).toString('base64url'))
    const tokenFile = join(folder.path, `${id}.token`)
    // Without a line end: botocore sends the file as it is, and refuses one that has it.
    await writeFile(tokenFile, token.reveal(), { mode: 0o600, flag: 'wx' })
    doors.set(`/${id}`, { name, digest: digestOf(token.reveal()) })
    return { uri: `http://127.0.0.1:${port}/${id}`, tokenFile }
  }

  return {
    folder: folder.path,
    offer(name) {
      const made = offers.get(name) ?? open(name)
      offers.set(name, made)
      return made
    },
    async close() {
      doors.clear()
      server.close()
      server.closeAllConnections()
      await folder.remove()
    },
  }
}

/** An identity at its path. Of its token only a digest is kept. */
interface Door {
  readonly name: IdentityName
  readonly digest: Buffer
}

const TOKEN_BYTES = 32

/** Times in milliseconds. A question is a few hundred bytes and comes at once. */
const LIMITS = {
  maxHeaderSize: 8_192,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
} as const

/** Fifty tools that each open two fit in; what a runaway loop opens beyond is dropped by the system. */
const MOST_CONNECTIONS = 256

const UNKNOWN = refusal(
  401,
  'Unauthorized',
  'The token is not the one of this identity. It is new with each start of Credtray: start this program again.',
)

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** For a path that nobody has, the comparison is made all the same: it takes as long as for one that somebody has. */
const NOBODYS = { name: null, digest: Buffer.alloc(32) }

function doorOf({ url, headers }: IncomingMessage, doors: ReadonlyMap<string, Door>): Door | null {
  const door = doors.get(url ?? '') ?? NOBODYS
  const isRight = timingSafeEqual(digestOf(headers.authorization ?? ''), door.digest)
  return isRight && door.name !== null ? door : null
}

async function answerFor(name: IdentityName, request: IncomingMessage, { supply, now }: EndpointParts) {
  try {
    return { status: 200, body: containerAnswer(await supply(name, programOf(request)), now()) }
  } catch (error) {
    return containerRefusal(problemOf(error))
  }
}

/** What the program says of itself is its own word, and may be anything. */
const LONGEST_NAME = 100

function programOf({ headers }: IncomingMessage): string {
  const said = redact(headers['user-agent'] ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return said === '' ? 'a program over the endpoint' : `${said.slice(0, LONGEST_NAME)} over the endpoint`
}

interface Reply {
  readonly status: number
  readonly body: ContainerAnswer | ReturnType<typeof refusal>['body']
}

function send(response: ServerResponse, { status, body }: Reply): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    // What was refused may have more to say than anybody wants to read.
    ...(status === 200 ? {} : { Connection: 'close' }),
    ...(status === 405 ? { Allow: 'GET' } : {}),
  })
  response.end(text)
}
