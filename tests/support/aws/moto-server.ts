import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { isOnPath } from '../programs/on-path.ts'

/** An STS that we did not write, where it is installed. */
export interface MotoServer extends AsyncDisposable {
  readonly url: string
}

export const hasMoto: boolean = isOnPath('moto_server', '--help')

export async function startMoto(): Promise<MotoServer> {
  const port = await freePort()
  const moto = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore', detached: true })
  const url = `http://127.0.0.1:${port}`
  try {
    await ready(moto, `${url}/moto-api/`)
  } catch (error) {
    await stop(moto)
    throw error
  }
  return { url, [Symbol.asyncDispose]: () => stop(moto) }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('The system gave no port.')
  return address.port
}

async function ready(moto: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 300 && moto.exitCode === null; tries += 1) {
    const answers = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answers) return
    await delay(200)
  }
  throw new Error('moto_server did not come up.')
}

/** The launcher on PATH may be a shim with the server as its child, so the whole group is ended. */
async function stop(moto: ChildProcess): Promise<void> {
  if (moto.exitCode !== null || moto.pid === undefined) return
  const exited = once(moto, 'exit')
  process.kill(-moto.pid, 'SIGKILL')
  await exited
}
