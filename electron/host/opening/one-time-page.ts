import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Secret } from '#core/base/secret'
import { peerUser } from './peer-user.ts'

/** An address that leads to a secret one, once. */
export interface OneTimePage {
  /** On loopback: what stands in the arguments of a browser, where every user of this computer can read it. */
  readonly address: string
  /** Resolves when it was used, closed, or has waited too long. */
  readonly over: Promise<void>
  close(): void
}

interface PageParts {
  readonly platform: NodeJS.Platform
  /** Who may come. `null`: this system has no numbers for users. */
  readonly user: number | null
  readonly waitMs?: number
}

/** A browser that has to be started first needs some seconds. */
const WAIT_MS = 60_000

/**
 * Sends the first browser that comes on to `target`. The address alone is worth nothing to others: on Linux, where
 * arguments are public, the kernel is asked whose browser it is; macOS and Windows show them to their user only.
 */
export async function serveOneTimePage(target: Secret, parts: PageParts): Promise<OneTimePage> {
  const path = `/${randomBytes(24).toString('base64url')}`
  const server = createServer((request, response) => {
    void isAwaited(request, { path, port: portOf(server) }, parts).then((awaited) => {
      if (!awaited) return turnAway(response)
      response.writeHead(303, { ...HEADERS, location: target.reveal() }).end(() => server.close())
      server.closeIdleConnections()
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const close = (): void => {
    server.close()
    server.closeAllConnections()
  }
  const timer = setTimeout(close, parts.waitMs ?? WAIT_MS)
  const over = new Promise<void>((resolve) => server.once('close', resolve)).finally(() => clearTimeout(timer))
  return { address: `http://127.0.0.1:${portOf(server)}${path}`, over, close }
}

const HEADERS = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', connection: 'close' } as const

async function isAwaited(
  { method, url, headers, socket }: IncomingMessage,
  { path, port }: { readonly path: string; readonly port: number },
  { platform, user }: PageParts,
): Promise<boolean> {
  // Another name for this address would be a page of somebody else's that has it resolved to us.
  if (method !== 'GET' || url !== path || headers.host !== `127.0.0.1:${port}`) return false
  return platform !== 'linux' || (await peerUser(port, socket.remotePort ?? 0)) === user
}

function turnAway(response: ServerResponse): void {
  response
    .writeHead(404, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' })
    .end('This page works once. Open the console again from Credtray.\n')
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
