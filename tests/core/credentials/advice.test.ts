import { expect, test } from 'vitest'
import { splitCommand } from '#core/credentials/command-line'
import { advised, needsPerson } from '#core/credentials/advice'
import { knownHelper } from '#core/credentials/known-helpers'
import { type ProcessCode, processProblem } from '#core/credentials/process-problem'

function argvOf(command: string): readonly string[] {
  const words = splitCommand(command, 'posix')
  return words.ok ? words.value : []
}

/** What a person is told after a command ended this way. */
function told(command: string, code: ProcessCode, stderr: string) {
  const plain = processProblem(code, { message: 'It failed.', hint: 'Look closer.' })
  const problem = advised(plain, { argv: argvOf(command), stderr, profileFiles: ['~/.aws/config'] })
  return { hint: problem.hint, hints: problem.hints, asks: needsPerson(problem) }
}

test.each([
  ['aws-sso process --sso Default --arn arn:aws:iam::111111111111:role/x', 'silent'],
  ['"/opt/homebrew/bin/aws-sso" -S "Default" process --arn x', 'silent'],
  ['okta-aws-cli m2m --format process-credentials', 'silent'],
  ['okta-aws-cli web --format process-credentials --open-browser', 'browser'],
  ['aws-vault export --format=json prod', 'dialog'],
  ['sh -c "aws-vault export --format=json prod | cat"', 'dialog'],
  ['env A=1 saml2aws login --credential-process', 'terminal'],
  ['saml2aws login --skip-prompt --quiet --credential-process', 'silent'],
  ['granted credential-process --profile x --auto-login', 'browser'],
  ['aws_signing_helper credential-process --certificate c', 'silent'],
  ['aws configure export-credentials --profile x', 'silent'],
  ['C:/Tools/AWS-Vault.EXE export x', 'dialog'],
  ['my-own-helper staging', undefined],
  ['constructor x', undefined],
  ['', undefined],
])('%s is %s', (command, kind) => {
  expect(knownHelper(argvOf(command))?.kind).toBe(kind)
})

test.each<readonly [string, ProcessCode, string, RegExp, boolean]>([
  [
    'aws-sso process',
    'process/exit-nonzero',
    'Must run `aws-sso login` before running `aws-sso process`',
    /aws-sso login/,
    true,
  ],
  ['aws-sso -u open process', 'process/exit-nonzero', 'error: unknown flag -u', /remove "-u open"/, false],
  ['okta-aws-cli web --format process-credentials', 'process/timeout', '', /--open-browser/, true],
  ['okta-aws-cli web --open-browser', 'process/timeout', '', /Look closer/, true],
  ['okta-aws-cli web', 'process/exit-nonzero', 'Error: invalid_grant', /awscli-access-token/, false],
  [
    'aws-vault export x',
    'process/exit-nonzero',
    'aws-vault: error: exec: open /dev/tty: no such device',
    /--prompt=/,
    true,
  ],
  ['aws-vault export x', 'process/exit-nonzero', 'in an existing aws-vault subshell; ...', /Quit it/, false],
  ['saml2aws login --credential-process', 'process/invalid-json', '', /--quiet/, false],
  [
    'saml2aws login',
    'process/empty-output',
    'Unable to load credentials. Login required to create them.',
    /saml2aws configure/,
    true,
  ],
  [
    'granted credential-process',
    'process/exit-nonzero',
    'token expired, run granted sso login --x',
    /granted sso login/,
    true,
  ],
  [
    'aws configure export-credentials',
    'process/exit-nonzero',
    'resolution detected an infinite loop',
    /another profile/,
    false,
  ],
  [
    'aws configure export-credentials --profile corp',
    'process/exit-nonzero',
    'The config profile (corp) could not be found',
    /^There is no profile "corp" in ~\/\.aws\/config\. /,
    false,
  ],
  [
    'aws configure export-credentials',
    'process/exit-nonzero',
    'Token has expired and refresh failed',
    /aws sso login/,
    true,
  ],
  ['awsprocesscreds-saml -v', 'process/invalid-json', '', /Remove -v/, false],
  ['leapp session generate x', 'process/exit-nonzero', '', /Start the Leapp app/, false],
  [
    'own-helper',
    'process/exit-nonzero',
    'stty: standard input: Inappropriate ioctl for device',
    /wants a terminal/,
    true,
  ],
  ['own-helper', 'process/exit-nonzero', 'EOFError: EOF when reading a line', /wants a terminal/, true],
  ['own-helper', 'process/exit-nonzero', 'the input device is not a TTY', /wants a terminal/, true],
  ['own-helper', 'process/exit-nonzero', 'sudo: a terminal is required to read the password', /wants a terminal/, true],
  [
    'own-helper',
    'process/exit-nonzero',
    'GetPassWarning: Can not control echo on the terminal.',
    /wants a terminal/,
    true,
  ],
  ['own-helper', 'process/exit-nonzero', 'refusing to run without a controlling tty', /wants a terminal/, true],
  ['own-helper', 'process/exit-nonzero', 'Failed. Do not close this terminal.', /Look closer/, false],
  ['own-helper', 'process/exit-nonzero', 'access denied', /Look closer/, false],
  ['own-helper', 'process/already-expired', 'open /dev/tty', /Look closer/, false],
  ['own-helper', 'process/timeout', '', /Look closer/, true],
  ['aws-sso process', 'process/not-found', 'Must run `aws-sso login`', /Look closer/, false],
])('%s, %s, "%s"', (command, code, stderr, hint, asks) => {
  const result = told(command, code, stderr)
  expect(result).toEqual({ hint: expect.stringMatching(hint), hints: expect.any(Array), asks })
})
