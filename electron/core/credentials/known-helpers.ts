import type { HintCode } from './process-hints.ts'
import type { ProcessCode } from './process-problem.ts'

/**
 * What a helper needs: nothing, a dialog of its own, a browser, or a terminal. Only silent ones are for a timer.
 */
export type HelperKind = 'silent' | 'dialog' | 'browser' | 'terminal'

export interface KnownHelper {
  readonly name: string
  readonly kind: HelperKind
  readonly remedies: readonly Remedy[]
}

/** A way out that fits one helper's way to fail. */
export interface Remedy {
  /** Only for this problem. Left out: for any. */
  readonly code?: ProcessCode
  /** Only where the helper said this. Left out: whatever it said. */
  readonly says?: RegExp
  /** Only where the arguments, joined by spaces, match. */
  readonly calledWith?: RegExp
  /** A function: made of what this run was like. */
  readonly hint: string | ((run: Circumstances) => string)
  readonly mark: HintCode | null
}

/** What is known about a failed run beside its problem. */
export interface Circumstances {
  readonly argv: readonly string[]
  /** What the helper wrote to stderr, redacted. */
  readonly stderr: string
  /** Where AWS's tools look for profiles in the helper's environment. */
  readonly profileFiles: readonly string[]
}

/** The helper behind a command, by the file name of its program. `null`: one that we do not know. */
export function knownHelper(argv: readonly string[]): KnownHelper | null {
  const [program = '', ...rest] = argv
  const name = programName(program)
  if (WRAPPERS.has(name)) return knownInside(rest)
  const read = HELPERS.get(name)
  return read === undefined ? null : { name, ...read(rest.join(' ')) }
}

/** The file name without folder and ending, in lower case. */
function programName(program: string): string {
  const file = program.split(/[\\/]/).at(-1) ?? ''
  return file.replace(/\.(?:exe|cmd|bat|com)$/i, '').toLowerCase()
}

/** `sh -c "aws-vault export …"`, `env X=1 aws-sso …`: the helper stands further right. */
const WRAPPERS: ReadonlySet<string> = new Set(['sh', 'bash', 'zsh', 'env', 'cmd', 'exec', 'nice', 'timeout'])

function knownInside(words: readonly string[]): KnownHelper | null {
  const parts = words.flatMap((word) => word.split(/\s+/)).filter((word) => word !== '')
  const at = parts.findIndex((part) => HELPERS.has(programName(part)))
  return at < 0 ? null : knownHelper(parts.slice(at))
}

type Reader = (words: string) => { readonly kind: HelperKind; readonly remedies: readonly Remedy[] }

/** Texts and options are those of the helpers' own code; tests/support/programs/known-helper-scripts.ts plays them. */
const HELPERS: ReadonlyMap<string, Reader> = new Map(
  Object.entries<Reader>({
    'aws-sso': () => ({
      kind: 'silent',
      remedies: [
        {
          says: /must run .?aws-sso login/i,
          mark: 'SIGN_IN',
          hint: 'Run "aws-sso login" in a terminal, then refresh here.',
        },
        {
          says: /unknown flag -u\b/i,
          mark: null,
          hint: 'This line was made for aws-sso 1.x: remove "-u open" from it, or run "aws-sso setup profiles" again.',
        },
        {
          says: /please specify --arn/i,
          mark: null,
          hint: 'Add --arn ROLE-ARN (or --account and --role) to the command.',
        },
      ],
    }),
    'okta-aws-cli': (words) => ({ kind: /\bm2m\b/.test(words) ? 'silent' : 'browser', remedies: OKTA }),
    'aws-vault': (words) => ({
      kind: /--no-session|--backend[= ]file/.test(words) ? 'silent' : 'dialog',
      remedies: VAULT,
    }),
    saml2aws: (words) => ({ kind: /--skip-prompt/.test(words) ? 'silent' : 'terminal', remedies: SAML2AWS }),
    granted: (words) => ({ kind: /--auto-login/.test(words) ? 'browser' : 'silent', remedies: [GRANTED] }),
    aws_signing_helper: () => ({ kind: 'silent', remedies: [SIGNING_HELPER] }),
    aws: () => ({ kind: 'silent', remedies: AWS_CLI }),
    leapp: () => ({
      kind: 'silent',
      remedies: [
        {
          code: 'process/exit-nonzero',
          mark: null,
          hint: 'Start the Leapp app and sign in there: its command line works only while it runs.',
        },
      ],
    }),
    'awsprocesscreds-saml': () => ({ kind: 'terminal', remedies: [AWSPROCESSCREDS] }),
    op: () => ({ kind: 'dialog', remedies: [] }),
    'gimme-aws-creds': () => ({ kind: 'terminal', remedies: [OTHER_SHAPE] }),
    'aws-azure-login': () => ({ kind: 'terminal', remedies: [OTHER_SHAPE] }),
    awsume: () => ({ kind: 'terminal', remedies: [OTHER_SHAPE] }),
  }),
)

const OKTA: readonly Remedy[] = [
  {
    code: 'process/timeout',
    calledWith: /^(?!.*(?:--open-browser|(?:^|\s)-b(?:\s|$)))(?=.*\bweb\b)/,
    mark: null,
    hint: 'In this output format okta-aws-cli shows its sign-in address nowhere. Add --open-browser to the command.',
  },
  {
    says: /invalid_grant/i,
    mark: null,
    hint: 'The cached Okta token is stale: delete ~/.okta/awscli-access-token.json and refresh.',
  },
]

const VAULT: readonly Remedy[] = [
  {
    says: /\/dev\/tty/i,
    mark: 'INTERACTIVE',
    hint: 'Let aws-vault ask in a window: put --prompt=osascript (macOS), zenity or kdialog (Linux), wincredui (Windows) before "export".',
  },
  {
    says: /existing aws-vault subshell/i,
    mark: null,
    hint: 'Credtray was started from inside "aws-vault exec". Quit it and start it from the desktop or a fresh terminal.',
  },
  {
    says: /touch account timed out/i,
    mark: 'INTERACTIVE',
    hint: 'Refresh again and touch the YubiKey when it blinks.',
  },
  {
    says: /invalid MFA one time pass code/i,
    mark: null,
    hint: 'A one-time code works once. Wait half a minute for the next one, then refresh.',
  },
  {
    says: /failed to get credentials for/i,
    mark: null,
    hint: 'Run the same line in a terminal: aws-vault then says or asks what is missing. Where it has no keys, "aws-vault add NAME" stores them.',
  },
  { says: /unknown (?:long )?flag.*json/i, mark: null, hint: 'Use "aws-vault export --format=json NAME".' },
  {
    code: 'process/timeout',
    mark: null,
    hint: 'aws-vault may wait in a dialog behind the window, or call itself: its profile must not name it as credential_process. Give it more time with credentials.timeout.',
  },
]

const SAML2AWS: readonly Remedy[] = [
  {
    code: 'process/invalid-json',
    mark: 'TEXT_AROUND_JSON',
    hint: 'Add --quiet (and --skip-prompt) to saml2aws: it writes its log to stdout.',
  },
  {
    says: /login required to create them/i,
    mark: 'SIGN_IN',
    hint: 'Run "saml2aws configure" and "saml2aws login" once in a terminal, then refresh here.',
  },
  {
    code: 'process/empty-output',
    mark: 'SIGN_IN',
    hint: 'Run "saml2aws login" once in a terminal, then refresh here.',
  },
  {
    says: /error authenticating to idp|did not contain a valid saml assertion/i,
    mark: 'SIGN_IN',
    hint: 'The sign-in failed. Run "saml2aws login" in a terminal and check user, password and MFA there.',
  },
]

/** It asks for the password of a TPM, PKCS#8 or PKCS#11 key on the terminal. */
const SIGNING_HELPER: Remedy = {
  code: 'process/exit-nonzero',
  says: /\b(?:password|passphrase|pin)\b/i,
  mark: 'INTERACTIVE',
  hint: 'The private key has a password, and nobody can type it here. Use a key without one, guarded by its file rights or a TPM, or give its PIN with the options of aws_signing_helper.',
}

const GRANTED: Remedy = {
  says: /granted sso login|sso token.*expired|expired.*sso token/i,
  mark: 'SIGN_IN',
  hint: 'Run "granted sso login" in a terminal (it prints the exact line), or add --auto-login to the command.',
}

/** botocore, exceptions.py, ProfileNotFound. */
const NO_PROFILE = /config profile \(([^)\n]*)\) could not be found/i

function noProfile({ stderr, profileFiles }: Circumstances): string {
  const name = NO_PROFILE.exec(stderr)?.[1] ?? ''
  return `There is no profile "${name}" in ${profileFiles.join(' or ')}. Correct the name in the command, or make the profile ("aws configure sso").`
}

const AWS_CLI: readonly Remedy[] = [
  {
    says: /infinite loop/i,
    mark: null,
    hint: 'The profile that "aws" reads runs this command again. Let it read another profile.',
  },
  {
    says: /aws sso login|sso session.*(?:expired|invalid)|token has expired|error loading sso token/i,
    mark: 'SIGN_IN',
    hint: 'Run "aws sso login --profile NAME" in a terminal, then refresh here.',
  },
  {
    says: /enter mfa code/i,
    mark: 'INTERACTIVE',
    hint: 'The profile that "aws" reads asks for an MFA code. Make it an aws/user identity with mfa_arn here: Credtray asks for the code itself.',
  },
  { says: NO_PROFILE, mark: null, hint: noProfile },
  {
    says: /unable to retrieve credentials/i,
    mark: null,
    hint: 'Check the profile that "aws" reads: "aws configure list --profile NAME" shows where its keys would come from.',
  },
]

const AWSPROCESSCREDS: Remedy = {
  code: 'process/invalid-json',
  mark: 'TEXT_AROUND_JSON',
  hint: 'Remove -v from awsprocesscreds-saml: it writes its log to stdout.',
}

const OTHER_SHAPE: Remedy = {
  mark: null,
  hint: 'This tool has no credential_process output. Let it write its own profile, and use another helper here.',
}
