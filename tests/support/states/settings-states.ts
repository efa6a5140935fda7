import { before, type Instant, minutes } from '#core/base/time'
import type { ContactReport } from '#core/contacts/contact'
import type { SettingsFacts } from '#core/settings/facts'

/** What main says of Ana's computer. */
export const settingsFacts: SettingsFacts = {
  platform: 'linux',
  path: ['/home/ana/.local/bin', '/usr/local/bin', '/usr/bin', '/bin'],
  helpersAtOnce: 16,
  started: {
    folder: '/home/ana/project',
    credentialsFile: '/home/ana/.aws/credentials',
    configFile: '/home/ana/.aws/config',
    mirror: null,
  },
  noStartAtLogin: null,
  noUpdates: 'There is no release feed yet.',
}

/** Whom Ana's Credtray has asked by now. */
export function askedHosts(now: Instant): ContactReport {
  const ago = (count: number): Instant => before(now, minutes(count))
  const asked = { proxy: null, times: 14, answered: 14, unanswered: 0, firstAt: ago(200), lastAt: ago(4) }
  return {
    since: ago(203),
    contacts: [
      { ...asked, host: 'sts.eu-west-1.amazonaws.com', purpose: 'assume-role' },
      { ...asked, host: 'sts.eu-west-1.amazonaws.com', purpose: 'who-am-i', times: 3, answered: 3 },
      {
        ...asked,
        host: 'sts.amazonaws.com',
        purpose: 'look-up',
        times: 2,
        answered: 1,
        unanswered: 1,
        lastAt: ago(61),
      },
      {
        ...asked,
        host: 'signin.aws.amazon.com',
        purpose: 'console',
        proxy: 'proxy.corp.example:3128',
        times: 1,
        answered: 1,
        lastAt: ago(30),
      },
    ],
  }
}
