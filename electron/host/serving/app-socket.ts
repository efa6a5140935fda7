import { chmod, lstat, mkdir, rm } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parsedJson } from '../parsed-json.ts'
import { sha256 } from '../sha256.ts'

/** sun_path holds 104 bytes on macOS and 108 on Linux, the closing zero included. */
const LONGEST_PATH = 100

/** The socket of the app that owns this data folder. Only this user can open it. */
export function appSocketPath(folder: string, platform: NodeJS.Platform): string {
  const name = `credtray-${sha256(folder).slice(0, 12)}`
  if (platform === 'win32') return `\\\\.\\pipe\\${name}`
  const path = join(folder, 'app.sock')
  return Buffer.byteLength(path) <= LONGEST_PATH
    ? path
    : join(tmpdir(), `${name}-${process.getuid?.() ?? 0}`, 'app.sock')
}

/** Answers each client's one JSON line with one, until closed. `answer` must not throw. */
export async function serveAppSocket(
  path: string,
  answer: (question: unknown) => Promise<unknown>,
): Promise<{ readonly close: () => Promise<void> }> {
  const clients = new Set<Socket>()
  const server = createServer((client) => {
    clients.add(client)
    client.on('close', () => clients.delete(client))
    client.on('error', () => client.destroy())
    void firstLine(client).then(async (line) => client.end(await reply(line, answer)))
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

/** Asks the app that owns the socket. `null`: no app runs there, or none that answers within `timeoutMs`. */
export async function askApp(path: string, question: unknown, timeoutMs: number | null): Promise<unknown> {
  if (!(await isOurFolder(path))) return null
  return new Promise((resolve) => {
    const client = connect(path)
    let answer = ''
    client.setEncoding('utf8')
    if (timeoutMs !== null) client.setTimeout(timeoutMs, () => client.destroy())
    client.on('connect', () => client.write(`${JSON.stringify(question)}\n`))
    client.on('data', (text: string) => (answer += text))
    // Whatever the reason is, nobody answers there; 'close' follows and says so.
    client.on('error', () => client.destroy())
    client.on('close', () => resolve(parsedJson(answer)))
  })
}

/** No question of ours is longer. Whoever sends more is not one of ours. */
const LONGEST_QUESTION = 64 * 1_024

function firstLine(client: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    client.setEncoding('utf8')
    client.on('data', (more: string) => {
      text += more
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
      else if (text.length > LONGEST_QUESTION) client.destroy()
    })
  })
}

async function reply(line: string, answer: (question: unknown) => Promise<unknown>): Promise<string> {
  return `${JSON.stringify(await answer(parsedJson(line)))}\n`
}

/** In a shared temporary folder somebody else may have put a folder with our name, to listen in or to answer for us. */
async function isOurFolder(path: string): Promise<boolean> {
  if (isPipe(path)) return true
  const found = await lstat(dirname(path)).catch(() => null)
  return found !== null && found.isDirectory() && found.uid === process.getuid?.()
}

const isPipe = (path: string): boolean => path.startsWith('\\\\.\\pipe\\')

/** The single-instance lock has made sure by now that no other app owns this folder: a socket here is a leftover. */
async function listen(server: Server, path: string): Promise<void> {
  if (!isPipe(path)) {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    if (!(await isOurFolder(path))) throw new Error(`${dirname(path)} belongs to somebody else.`)
    await chmod(dirname(path), 0o700)
    await rm(path, { force: true })
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  if (!isPipe(path)) await chmod(path, 0o600)
}
