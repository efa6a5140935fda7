import { delimiter, join } from 'node:path'
import { app } from 'electron'
import type { SettingsFacts } from '#core/settings/facts'
import { whyNoUpdates } from '#core/settings/no-updates'
import { autostartFile, type LoginItem } from '#host/desktop/autostart-file'
import { awsPaths } from '#host/aws-files/aws-paths'
import { installation } from '#host/desktop/installation'
import { type Machine, usualHelpersAtOnce } from '#host/this-machine'
import { systemLoginItem } from '#shell/login-item'
import type { Assembled } from '../assemble.ts'

/** What the settings screen shows beside the settings. */
export function settingsFacts({ machine, mirror }: Assembled): SettingsFacts {
  const { platform, env, home } = machine
  return {
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    path: (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''),
    helpersAtOnce: usualHelpersAtOnce(),
    started: { folder: env['CREDTRAY_FOLDER'] ?? null, ...awsPaths(env, home), mirror },
    noStartAtLogin: loginItem(machine) === null ? 'Only the installed app can be started at login.' : null,
    noUpdates: noUpdates(machine),
  }
}

/** `null`: this is a checkout, which is not there for good. */
export function loginItem({ platform, env, home }: Machine): LoginItem | null {
  if (!app.isPackaged) return null
  if (platform !== 'linux') return systemLoginItem
  return autostartFile(env['XDG_CONFIG_HOME'] || join(home, '.config'), [
    env['APPIMAGE'] ?? process.execPath,
    '--hidden',
  ])
}

/** Why this installation may not look for new versions. `null`: it may. */
export function noUpdates({ platform, env }: Machine): string | null {
  const place = { platform, env, executable: process.execPath, resources: process.resourcesPath }
  return whyNoUpdates(installation(place, app.isPackaged))
}
