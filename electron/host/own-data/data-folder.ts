import { join, resolve } from 'node:path'
import type { Machine } from '../this-machine.ts'

/**
 * The app's own data: `--data-dir`, CREDTRAY_DATA_DIR, else where Electron would put `userData`
 * (https://www.electronjs.org/docs/latest/api/app#appgetpathname).
 */
export function dataFolder(chosen: string | null, { platform, env, home }: Machine): string {
  const named = chosen ?? env['CREDTRAY_DATA_DIR']
  if (named !== undefined && named !== '') return resolve(named)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Credtray')
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Credtray')
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'credtray')
}
