import { unreachable } from '../base/result.ts'
import { linuxLaunches } from './terminal-linux.ts'
import { macLaunches, macScript } from './terminal-mac.ts'
import { windowsLaunches, windowsScript } from './terminal-windows.ts'
import type { TerminalPlan, TerminalWish } from './terminal-wish.ts'

/**
 * How a terminal is opened in which AWS_PROFILE names the profile. Many terminals hand a new window to a process that
 * runs already and has its own variables, so the shell inside is told once more.
 */
export function terminalPlan(wish: TerminalWish): TerminalPlan {
  switch (wish.platform) {
    case 'linux':
      return { launches: linuxLaunches(wish), script: null }
    case 'darwin':
      return { launches: macLaunches(wish), script: macScript(wish) }
    case 'win32':
      return { launches: windowsLaunches(wish), script: windowsScript(wish) }
    default:
      return unreachable(wish.platform)
  }
}
