import { createServer } from 'node:http'

/** What the federation endpoint of AWS is asked, and what it answers. */
export interface SignInDouble extends AsyncDisposable {
  readonly url: string
  /** The query of each call, in order. */
  readonly asked: URLSearchParams[]
  /** From now on it answers so. */
  answer(status: number, body: string, headers?: Readonly<Record<string, string>>): void
}

export const TOKEN = 'CANARYsignInToken'

/** An endpoint of its own on loopback; it takes every session that has a token. */
export async function signInDouble(): Promise<SignInDouble> {
  const asked: URLSearchParams[] = []
  let reply = { status: 200, body: JSON.stringify({ SigninToken: TOKEN }), headers: {} }
  const server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '/', 'http://double').searchParams)
    response.writeHead(reply.status, reply.headers).end(reply.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/federation`,
    asked,
    answer: (status, body, headers = {}) => void (reply = { status, body, headers }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
