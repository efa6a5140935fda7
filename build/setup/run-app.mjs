import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { tiedToUs } from './desktop-session.mjs'
import { isRoot, root } from './project.mjs'

/** How long the app may take to quit before it is made to. */
const QUIT_MS = 5_000

/**
 * Runs the app until it quits, or until we are told to end, and then ends it kindly.
 * @param {{ executable: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv }} order
 * @returns {Promise<number>} its exit code
 */
export function runApp({ executable, args, cwd, env }) {
  const { command, words } = tiedToUs(executable, [...sandboxSwitch(), root, ...args])
  // Out of the terminal's reach, so that a Ctrl-C comes to us alone and things end in their order.
  const detached = process.platform !== 'win32'
  const app = spawn(command, words, { cwd, env, detached, stdio: ['ignore', 'pipe', 'pipe'] })
  createInterface({ input: app.stdout }).on('line', (line) => process.stdout.write(`${line}\n`))
  createInterface({ input: app.stderr }).on('line', (line) => isNoise(line) || process.stderr.write(`${line}\n`))
  const quit = () => {
    app.kill('SIGTERM')
    setTimeout(() => app.kill('SIGKILL'), QUIT_MS).unref()
  }
  for (const signal of SIGNALS) process.on(signal, quit)
  return new Promise((done, refused) => {
    app.once('error', refused)
    app.once('close', (code, signal) => {
      for (const name of SIGNALS) process.removeListener(name, quit)
      done(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1))
    })
  })
}

/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Chromium refuses its sandbox to root. Everyone else keeps it. */
export const sandboxSwitch = () => (isRoot ? ['--no-sandbox'] : [])

/**
 * What Chromium and GTK say on a machine without a GPU, a full desktop or a system bus, and that helps nobody.
 * @param {string} line
 */
const isNoise = (line) => NOISE.some((pattern) => pattern.test(line))

const NOISE = [
  /^\[\d+:\d{4}\/\d{6}\.\d+:(?:ERROR|WARNING|INFO):(?:bus|object_proxy|viz_main_impl|gl_[a-z_]+|gpu_[a-z_]+|vaapi_[a-z_]+|sandbox_linux|libnotify_notification|nss_util|browser_main_loop|command_buffer_proxy_impl|angle_platform_impl|vulkan_[a-z_]+)\.cc\(/,
  /^(?:\(.*\): )?(?:Gtk|Gdk|GLib(?:-GIO)?|dconf|libnotify)-(?:WARNING|CRITICAL|Message)/,
  /^\s*$/,
]
