import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '../this-machine.ts'

/** Whether this desktop shows tray icons. `unknown`: nobody here could be asked, so assume it does and hide nothing. */
export type TrayHost = 'present' | 'absent' | 'unknown'

export interface TrayHostPlace {
  readonly platform: NodeJS.Platform
  readonly env: Environment
  /** Runs a program and returns what it printed; rejects where it is missing or fails. */
  readonly ask: (program: string, args: readonly string[]) => Promise<string>
}

/**
 * Electron falls back in silence where there is no tray (leapp#444, electron#36815), so the bus is asked itself, with
 * whichever of the three usual tools is there. Costs one short process: ask at start, after resume and when the window
 * opens, not on a timer.
 */
export async function findTrayHost({ platform, env, ask }: TrayHostPlace): Promise<TrayHost> {
  if (platform !== 'linux') return 'present'
  if (!hasSessionBus(env)) return 'absent'
  for (const question of QUESTIONS) {
    const [program = '', ...args] = question.split(' ')
    try {
      return /\btrue\b/.test(await ask(program, args)) ? 'present' : 'absent'
    } catch {
      // Not installed here, or no answer: the next tool may do.
    }
  }
  return 'unknown'
}

/** Asks in the background; the tray's absence is worth a hint, not a wait. */
export function askProgram(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { timeout: ANSWER_MS, maxBuffer: 64_000 }, (error, answer) =>
      error === null ? resolve(answer) : reject(error),
    )
  })
}

const ANSWER_MS = 3_000

/** Who owns this name draws StatusNotifierItems, or knows who does. */
const WATCHER = 'org.kde.StatusNotifierWatcher'
const BUS = 'org.freedesktop.DBus'
const BUS_PATH = '/org/freedesktop/DBus'

/** They answer "b true", "(true,)" and "boolean true". No argument holds a space. */
const QUESTIONS: readonly string[] = [
  `busctl --user --timeout=2 call ${BUS} ${BUS_PATH} ${BUS} NameHasOwner s ${WATCHER}`,
  `gdbus call --session --timeout 2 --dest ${BUS} --object-path ${BUS_PATH} --method ${BUS}.NameHasOwner ${WATCHER}`,
  `dbus-send --session --print-reply=literal --dest=${BUS} ${BUS_PATH} ${BUS}.NameHasOwner string:${WATCHER}`,
]

/** Without one the tools would start a bus of their own, and that one has no tray. */
function hasSessionBus(env: TrayHostPlace['env']): boolean {
  if (env['DBUS_SESSION_BUS_ADDRESS'] !== undefined) return true
  const runtime = env['XDG_RUNTIME_DIR']
  return runtime !== undefined && existsSync(join(runtime, 'bus'))
}
