/**
 * Makes text that another program wrote fit to be shown or logged: terminal control is taken out, secrets are hidden.
 * Feed it whole lines: half a secret is not recognised.
 */
export function redact(text: string): string {
  return text
    .replace(TERMINAL_CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(NAMED_SECRET, (_match, name: string, separator: string) => `${name}${separator}[hidden]`)
    .replace(SECRET_OPTION, (_match, option: string) => `${option}[hidden]`)
    .replace(AUTHORIZATION, (_match, scheme: string) => `${scheme} [hidden]`)
    .replace(URL_PASSWORD, (_match, start: string) => `${start}[hidden]@`)
    .replace(WEB_TOKEN, '[hidden]')
    .replace(KEY_ID, (_match, kind: string) => `${kind}…`)
    .replace(LONG_BASE64, (run) => (KNOWN_ROOT.test(run) ? redactPath(run) : '[hidden]'))
}

/** Name by name: as a whole every long path looks like a key, and "[hidden] was not found" helps nobody. */
export const redactPath = (path: string): string => path.split('/').map(redact).join('/')

/** A command line: its program is a path, its arguments may be anything. */
export function redactCommand(command: string): string {
  const [program = ''] = /^\s*(?:"[^"]*"|\S+)/.exec(command) ?? []
  return program.includes('=') ? redact(command) : redactPath(program) + redact(command.slice(program.length))
}

/** The words of a command, one by one: what follows `--password` is hidden although it stands alone. */
export function redactArguments(argv: readonly string[]): readonly string[] {
  return argv.map((word, at) => {
    if (at === 0) return word.includes('=') ? redact(word) : redactPath(word)
    const before = argv[at - 1] ?? ''
    const isNamed = /^--?[\w-]+$/.test(before) && redact(`${before} x${word}`) === redact(`${before} x`)
    return isNamed && word !== '' && !word.startsWith('-') ? '[hidden]' : redact(word)
  })
}

/** Colours and cursor moves, which could also stand in the middle of a secret and hide it from us. */
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const TERMINAL_CONTROL = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\^_])/g

/** Control characters but tab and line feed, zero-width characters, and marks that turn the direction of writing. */
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** `SecretAccessKey=…`, `"SessionToken": "…"`, `export AWS_SECRET_ACCESS_KEY='…'`, `--password …` and their kin. */
const NAMED_SECRET = new RegExp(
  String.raw`((?:secret[ _-]?access[ _-]?key|(?:session|security|access|refresh|bearer|auth|(?<![a-z])id)[ _-]?token` +
    String.raw`|client[ _-]?secret|api[ _-]?key|private[ _-]?key|pass(?:word|phrase|wd)|saml[ _-]?(?:response|assertion)` +
    String.raw`|token[ _-]?code|one[ _-]?time[ _-]?password))(\\?["']?[ \t]*(?:=>|:=|[=:])[ \t]*\\?)((?:"[^"\n]*"?|'[^'\n]*'?|[^\s,;}&])[^\s,;}&]*)`,
  'gi',
)

/** `--password hunter2`, `--mfa-token 123456`. */
const SECRET_OPTION =
  /(?<![\w-])(--?(?:[a-z]{1,20}-){0,3}(?:password|passphrase|secret|secret-key|access-key|api-key|private-key|token|otp|passcode)[ \t]+)(?!-)\S+/gi

const AUTHORIZATION = /\b(bearer|basic|negotiate)[ \t]+[A-Za-z0-9+/=._~-]{8,}/gi

const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]{1,15}:\/\/[^\s/:@]*:)[^\s/@]+@/gi

/** A JSON Web Token starts with `{"` in base64. Its parts may each be short. */
const WEB_TOKEN = /\beyJ[\w-]{6,}\.[\w-]+(?:\.[\w-]*)*/g

/** Four letters tell what kind of key it is; the rest identifies an account. */
const KEY_ID = /(?<![A-Za-z0-9])(AKIA|ASIA|AROA|AIDA|AGPA|ANPA|ABIA|ACCA|APKA|ASCA)[A-Z0-9]{8,}/g

/** Base64 in its plain and URL alphabets, also with `/` and `+` escaped for JSON or for a URL. */
const LONG_BASE64 = /(?:[A-Za-z0-9+/=_%-]|\\\/|\\u00[23][bfdBFD]){40,}/g

/** A long run that begins like this is a path: a key that does so by chance would be one in a billion. */
const KNOWN_ROOT =
  /^\/(?:usr|opt|home|Users|root|bin|sbin|etc|var|tmp|srv|mnt|nix|snap|private|Applications|Library|Volumes)\//
