import { createHash } from 'node:crypto'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

/** sun_path holds 104 bytes on macOS and 108 on Linux, the closing zero included. */
const LONGEST_PATH = 100

/** The socket of the app that owns this data folder. Only this user can open it. */
export function appSocketPath(folder: string, platform: NodeJS.Platform): string {
  const name = `credtray-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`
  if (platform === 'win32') return `\\\\.\\pipe\\${name}`
  const path = join(folder, 'app.sock')
  return Buffer.byteLength(path) <= LONGEST_PATH
    ? path
    : join(tmpdir(), `${name}-${process.getuid?.() ?? 0}`, 'app.sock')
}

/** Answers one JSON line for each JSON line, until closed. */
export async function serveAppSocket(
  path: string,
  answer: (question: unknown) => Promise<unknown>,
): Promise<{ readonly close: () => Promise<void> }> {
  const clients = new Set<Socket>()
  const server = createServer((client) => {
    clients.add(client)
    client.on('close', () => clients.delete(client))
    client.on('error', () => client.destroy())
    const lines = createInterface({ input: client, crlfDelay: Infinity })
    lines.on('line', (line) => void reply(line, answer).then((text) => client.end(text)))
  })
  await listen(server, path)
  return {
    close: () =>
      new Promise((resolve) => {
        for (const client of clients) client.destroy()
        server.close(() => resolve())
      }),
  }
}

/** Asks the app that owns the socket. `null`: no app runs there. */
export function askApp(path: string, question: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const client = connect(path)
    let answer = ''
    client.setEncoding('utf8')
    client.on('connect', () => client.write(`${JSON.stringify(question)}\n`))
    client.on('data', (text: string) => (answer += text))
    client.on('error', (error: NodeJS.ErrnoException) => (isNobody(error) ? resolve(null) : reject(error)))
    client.on('close', () => resolve(answer === '' ? null : JSON.parse(answer)))
  })
}

async function reply(line: string, answer: (question: unknown) => Promise<unknown>): Promise<string> {
  return `${JSON.stringify(await answer(parse(line)))}\n`
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

const isNobody = ({ code }: NodeJS.ErrnoException): boolean => code === 'ENOENT' || code === 'ECONNREFUSED'

/** The single-instance lock has made sure by now that no other app owns this folder: a socket here is a leftover. */
async function listen(server: Server, path: string): Promise<void> {
  const isPipe = path.startsWith('\\\\.\\pipe\\')
  if (!isPipe) {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await rm(path, { force: true })
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  if (!isPipe) await chmod(path, 0o600)
}
