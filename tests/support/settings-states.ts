import { minutes } from '#core/base/time'
import type { SettingsFacts } from '#core/settings/facts'

/** What main says of Ana's computer. */
export const settingsFacts: SettingsFacts = {
  platform: 'linux',
  path: ['/home/ana/.local/bin', '/usr/local/bin', '/usr/bin', '/bin'],
  helpersAtOnce: 16,
  lead: minutes(15),
  before: minutes(10),
  started: {
    folder: '/home/ana/project',
    credentialsFile: '/home/ana/.aws/credentials',
    configFile: '/home/ana/.aws/config',
    mirror: null,
  },
  noStartAtLogin: null,
  noUpdates: 'There is no release feed yet.',
}
