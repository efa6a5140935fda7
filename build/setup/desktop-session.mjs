import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Stop } from './project.mjs'

/**
 * @typedef {object} DesktopSession
 * @property {Record<string, string>} env what a program needs to find display and buses
 * @property {string} folder sockets and runtime files; gone after `stop`
 * @property {() => Promise<void>} stop ends all of it. Close the programs in it first: Chromium complains about a lost bus
 */

/**
 * A desktop of our own: an X server, a session bus and, where wanted, a bus that plays the system bus. Nothing on these
 * buses is started behind anyone's back.
 * `systemBus: 'none'` points at a bus that is not there, so that a test sees the same on every machine.
 * @param {{ screen?: string, display?: boolean, systemBus?: 'own' | 'none' | 'of this machine' }} [wanted]
 * @returns {Promise<DesktopSession>}
 */
export async function startDesktopSession({ screen = '1280x800x24', display = true, systemBus = 'none' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'credtray-desktop-'))
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = []
  const killAll = () => children.forEach((child) => child.kill('SIGKILL'))
  const stop = async () => {
    process.removeListener('exit', killAll)
    for (const child of children.toReversed()) await ended(child)
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', killAll)
  try {
    /** @type {Record<string, string>} */
    const env = { XDG_RUNTIME_DIR: folder, NO_AT_BRIDGE: '1' }
    if (display) env['DISPLAY'] = `:${await startServer(children, 'Xvfb', xvfbArguments(screen))}`
    env['DBUS_SESSION_BUS_ADDRESS'] = await startBus(children, join(folder, 'session'))
    if (systemBus === 'own') env['DBUS_SYSTEM_BUS_ADDRESS'] = await startBus(children, join(folder, 'system'))
    if (systemBus === 'none') env['DBUS_SYSTEM_BUS_ADDRESS'] = `unix:path=${join(folder, 'none')}`
    return { env, folder, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** @param {string} screen */
const xvfbArguments = (screen) => ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp']

/** @param {import('node:child_process').ChildProcess[]} children @param {string} path */
async function startBus(children, path) {
  const config = `${path}.conf`
  writeFileSync(config, busConfig(`unix:path=${path}`))
  await startServer(children, 'dbus-daemon', ['--nofork', '--print-address=3', `--config-file=${config}`])
  return `unix:path=${path}`
}

/** The socket stands in a folder of ours alone; who is let into that may use the bus. @param {string} address */
const busConfig = (address) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow user="*"/><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
`

/**
 * Starts a server that says on its fourth channel when it is ready, and gives the line it says.
 * @param {import('node:child_process').ChildProcess[]} children
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<string>}
 */
function startServer(children, program, args) {
  // In a session of its own, so that a Ctrl-C meant for us does not take the display from under the app.
  const { command, words } = tiedToUs(program, args)
  const child = spawn(command, words, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true })
  children.push(child)
  return new Promise((ready, refused) => {
    let said = ''
    let complaints = ''
    child.stderr?.on('data', (chunk) => (complaints += chunk))
    child.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
      said += chunk
      if (said.includes('\n')) ready(said.slice(0, said.indexOf('\n')).trim())
    })
    child.once('error', () => refused(new Stop(`${program} could not be started; is it installed?`)))
    child.once('exit', () => refused(new Stop(`${program} did not start: ${complaints.trim() || 'it gave no reason'}`)))
  })
}

const SETPRIV = '/usr/bin/setpriv'

/**
 * A command that ends with us even when we are killed without a chance to clean up, where util-linux is there.
 * @param {string} program
 * @param {readonly string[]} args
 */
export function tiedToUs(program, args) {
  if (!existsSync(SETPRIV)) return { command: program, words: args }
  return { command: SETPRIV, words: ['--pdeathsig', 'TERM', '--', program, ...args] }
}

const PATIENCE_MS = 3_000

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<void>} */
function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve()
  return new Promise((done) => {
    const limit = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    child.once('exit', () => {
      clearTimeout(limit)
      done()
    })
    child.kill('SIGTERM')
  })
}
