import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'

/** A service of AWS's, as far as one tool needs it, that notes who signs. */
export interface KeyNotingServer extends AsyncDisposable {
  readonly url: string
  /** The access keys that signed, in order, each once. */
  readonly keys: readonly string[]
  /** From here on they are noted anew. */
  forget(): void
}

export interface SignedQuestion {
  readonly method: string
  /** Without its query. */
  readonly path: string
  readonly body: Buffer
  readonly keys: readonly string[]
}

export async function startKeyNotingServer(
  answer: (question: SignedQuestion, response: ServerResponse) => void,
): Promise<KeyNotingServer> {
  const keys: string[] = []
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request
    const [, key] = /Credential=([A-Z0-9]+)\//.exec(headers.authorization ?? '') ?? []
    if (key !== undefined && !keys.includes(key)) keys.push(key)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const [path = ''] = url.split('?')
      answer({ method, path, body: Buffer.concat(chunks), keys }, response)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    keys,
    forget: () => void keys.splice(0),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
