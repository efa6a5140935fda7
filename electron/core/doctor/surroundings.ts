import { minutes, seconds } from '../base/time.ts'
import type { DoctorFacts } from './facts.ts'
import type { Finding } from './finding.ts'

/** Variables of the shell that win over the files. Their values are secrets or paths, and only paths and names are shown. */
export function environmentFindings({ environment }: DoctorFacts): readonly Finding[] {
  return VARIABLES.flatMap(({ name, says }) => {
    const value = environment[name]
    return value === undefined || value === '' ? [] : [plain('ENVIRONMENT_WINS', says(printable(value)))]
  })
}

interface Variable {
  readonly name: string
  readonly says: (value: string) => string
}

const VARIABLES: readonly Variable[] = [
  {
    name: 'AWS_ACCESS_KEY_ID',
    says: () =>
      'AWS_ACCESS_KEY_ID is set: its keys win over every profile that is not named on the command line, and nobody renews them. "unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN" gives the profiles back.',
  },
  {
    name: 'AWS_SECURITY_TOKEN',
    says: () =>
      'AWS_SECURITY_TOKEN is set: old tools read it before AWS_SESSION_TOKEN. "unset AWS_SECURITY_TOKEN" ends that.',
  },
  {
    name: 'AWS_PROFILE',
    says: (value) =>
      `AWS_PROFILE is set: tools without --profile use [${value}]. "unset AWS_PROFILE" goes back to [default].`,
  },
  {
    name: 'AWS_DEFAULT_PROFILE',
    says: (value) =>
      `AWS_DEFAULT_PROFILE is set: the AWS CLI uses [${value}], and before AWS_PROFILE. "unset AWS_DEFAULT_PROFILE" ends that.`,
  },
  {
    name: 'AWS_SHARED_CREDENTIALS_FILE',
    says: (value) =>
      `AWS_SHARED_CREDENTIALS_FILE is set: tools of this shell read ${value}, while programs that were started elsewhere read ~/.aws/credentials. Set it for your whole session or unset it.`,
  },
  {
    name: 'AWS_CONFIG_FILE',
    says: (value) =>
      `AWS_CONFIG_FILE is set: tools of this shell read ${value}, while programs that were started elsewhere read ~/.aws/config. Set it for your whole session or unset it.`,
  },
  {
    name: 'AWS_WEB_IDENTITY_TOKEN_FILE',
    says: () =>
      'AWS_WEB_IDENTITY_TOKEN_FILE is set: with AWS_ROLE_ARN tools assume that role where no profile is named. Unset both if that is not meant.',
  },
]

export function trayFindings({ trayHost }: DoctorFacts): readonly Finding[] {
  if (trayHost !== 'absent') return []
  return [
    plain(
      'NO_TRAY_HOST',
      'This desktop shows no tray icons, so Credtray is its window. On GNOME the extension "AppIndicator and KStatusNotifierItem Support" brings them.',
    ),
  ]
}

/** AWS refuses what is more than 15 minutes off, and a session's end is shown as wrong as the clock is. */
const TOLERATED = seconds(60)

export function clockFindings({ clock }: DoctorFacts): readonly Finding[] {
  if (clock.kind === 'unknown' || Math.abs(clock.ahead) <= TOLERATED) return []
  const off = Math.max(1, Math.round(Math.abs(clock.ahead) / minutes(1)))
  const way = clock.ahead > 0 ? 'ahead' : 'behind'
  const message = `This computer's clock is ${off} ${off === 1 ? 'minute' : 'minutes'} ${way}: AWS refuses requests from 15 minutes on. Turn on automatic date and time.`
  return [plain('CLOCK_OFF', message)]
}

const plain = (code: Finding['code'], message: string): Finding => ({ code, message, file: null, line: null })

const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 200)
