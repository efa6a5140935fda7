import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { appTray } from '../support/app/app-tray.ts'
import { openDesktop } from '../support/desk/desktop-session.ts'

/** The installed app, running as an ordinary user in another root. */
export interface InsideApp {
  readonly trayMs: number
  /** Runs a sub-command without a display. Rejects where it failed. */
  command(word: string): Promise<string>
  /** How many process namespaces deep the window's process is, and whether its calls are filtered. */
  rendererSandbox(): Promise<{ readonly depth: number; readonly filtered: boolean }>
  /** Takes a picture of the window and gives its text. */
  look(picture: string): Promise<string>
  quit(): Promise<void>
}

/** In a chroot the kernel gives nobody user namespaces, which is how to see the other sandbox of Chromium's at work. */
export type Sandbox = 'namespaces' | 'setuid'

const ANN = 1000

export async function startInside(root: string, sandbox: Sandbox): Promise<InsideApp> {
  const desktop = await openDesktop()
  const busFolder = desktop.env['XDG_RUNTIME_DIR'] ?? ''
  await letIn(root, busFolder)
  const home = '/home/ann'
  const { DISPLAY = '', DBUS_SESSION_BUS_ADDRESS: bus = '' } = desktop.env
  const variables = [`HOME=${home}`, 'PATH=/usr/bin:/bin', 'LANG=C.UTF-8', 'NO_AT_BRIDGE=1']
  const onDesktop = [`DISPLAY=${DISPLAY}`, `DBUS_SESSION_BUS_ADDRESS=${bus}`, `DBUS_SYSTEM_BUS_ADDRESS=${bus}`]
  const port = await freePort()
  const startedAt = Date.now()
  const [program = '', ...words] = asAnn(root, sandbox, [
    'env',
    '-i',
    ...variables,
    ...onDesktop,
    '/usr/bin/credtray',
    `--remote-debugging-port=${port}`,
  ])
  const app = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  let complaints = ''
  app.stderr.on('data', (text) => (complaints += text))
  const ended = once(app, 'close')
  const came = ended.then(() => Promise.reject(new Error(`The app ended: ${complaints}`)))
  const tray = await Promise.race([appTray(desktop), came]).catch(async (error: unknown) => {
    await desktop.close()
    throw error
  })
  const trayMs = Date.now() - startedAt
  const command = async (word: string) => {
    const [first = '', ...rest] = asAnn(root, sandbox, ['env', '-i', ...variables, '/usr/bin/credtray', word])
    return (await promisify(execFile)(first, rest)).stdout
  }
  came.catch(() => undefined) // it may end now
  return {
    trayMs,
    command,
    rendererSandbox: async () => sandboxOf(await rendererOf(root)),
    look: (picture) => look(port, picture),
    async quit() {
      await tray.quit()
      await ended
      await desktop.close()
    },
  }
}

/** The desktop's sockets, at the same path inside, for everybody. */
async function letIn(root: string, busFolder: string): Promise<void> {
  chmodSync(busFolder, 0o755)
  for (const name of readdirSync(busFolder)) chmodSync(join(busFolder, name), 0o777)
  mkdirSync(join(root, busFolder), { recursive: true })
  await promisify(execFile)('mount', ['--bind', busFolder, join(root, busFolder)])
}

function asAnn(root: string, sandbox: Sandbox, command: readonly string[]): readonly string[] {
  const ann = ['setpriv', `--reuid=${ANN}`, `--regid=${ANN}`, '--clear-groups', ...command]
  if (sandbox === 'setuid') return ['chroot', root, ...ann]
  const script = 'cd "$0" && mount --rbind . . && cd "$0" && mkdir -p old && pivot_root . old && cd / && exec "$@"'
  return ['unshare', '--mount', 'sh', '-c', script, root, ...ann]
}

/** The process that shows the window. */
async function rendererOf(root: string): Promise<number> {
  const isOurs = (pid: string): boolean => {
    const argv = read(pid, 'cmdline')
    return argv.includes('/opt/Credtray/credtray') && argv.includes('--type=renderer')
  }
  const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && isOurs(name))
  if (pid === undefined) throw new Error(`no window's process runs in ${root}`)
  return Number(pid)
}

function sandboxOf(pid: number): { readonly depth: number; readonly filtered: boolean } {
  const status = read(String(pid), 'status')
  const depth = /^NSpid:(.*)$/m.exec(status)?.[1]?.trim().split(/\s+/).length ?? 0
  return { depth, filtered: /^Seccomp:\s*2$/m.test(status) }
}

/** '' for a process that has ended meanwhile. */
function read(pid: string, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return ''
  }
}

async function look(port: number, picture: string): Promise<string> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [context] = browser.contexts()
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
  if (page === undefined) throw new Error('there is no window')
  await page.getByRole('grid').waitFor()
  await page.screenshot({ path: picture })
  const text = await page.getByRole('grid').innerText()
  await browser.close()
  return text
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
