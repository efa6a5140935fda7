/** The bodies of stand-ins for helpers that people have: their real output, errors and exit codes. */

const KEY = 'ASIAIOSFODNN7EXAMPLE'
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const TOKEN = 'AQoDYXdzEJrEXAMPLETOKEN'

/** What every good stand-in prints, decoded. Its spelling of the end differs from helper to helper. */
export const GOOD = { accessKeyId: KEY, secret: SECRET, token: TOKEN, expiresAt: Date.parse('2999-11-22T21:05:11Z') }

/** Prints a text as it is: no line end of its own. */
const print = (text: string): string => `printf '%s' '${text}'`

const compact = (expiration: string): string =>
  `{"Version":1,"AccessKeyId":"${KEY}","SecretAccessKey":"${SECRET}","SessionToken":"${TOKEN}","Expiration":"${expiration}"}`

const indented = (members: Readonly<Record<string, unknown>>): string => JSON.stringify(members, null, 2)

const keys = { AccessKeyId: KEY, SecretAccessKey: SECRET, SessionToken: TOKEN }
const UTC = '2999-11-22T21:05:11Z'

/** By the way the helper prints; the name in front of the blank is the program. */
export const PRINTS = {
  'aws-sso': print(compact('2999-11-22T13:05:11-08:00')),
  'okta-aws-cli': print(indented({ ...keys, Version: 1, Expiration: UTC })),
  'aws-vault': print(`${indented({ Version: 1, ...keys, Expiration: UTC })}\n`),
  saml2aws: print(`${compact('2999-11-23T02:35:11+05:30')}\n`),
  granted: print(`${compact(UTC)}\n`),
  aws_signing_helper: print(compact(UTC)),
  aws: print(`${indented({ Version: 1, ...keys, Expiration: '2999-11-22T21:05:11.000000+00:00' })}\n`),
  leapp: print(compact(UTC)),
} as const

/** A helper that says this on stderr and ends with that status. */
export const failing = (said: string, status: number): string => `cat >&2 <<'SAID'\n${said}\nSAID\nexit ${status}`

/** The log of saml2aws where it goes to stdout, around good JSON. */
export const LOGGING = `echo 'Using IdP Account default to access KeyCloak'\n${PRINTS.saml2aws}\necho 'Logged in.'`

/** The file backend of aws-vault prints an empty line before the JSON. */
export const LEADING_LINE = `echo\n${PRINTS['aws-vault']}`
