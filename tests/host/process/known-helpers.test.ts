import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseConfig } from '#core/config/parse'
import { helperRuns } from '../../support/programs/helper-runs.ts'
import { helperScripts, type HelperScripts } from '../../support/programs/helper-scripts.ts'
import { failing, GOOD, LEADING_LINE, LOGGING, PRINTS } from '../../support/programs/known-helper-scripts.ts'

let scripts: HelperScripts
const { run, failure } = helperRuns(() => scripts)

beforeAll(async () => {
  scripts = await helperScripts()
})
afterAll(() => scripts.remove())

/** The stand-ins come first in PATH; the rest of it is for their own words. */
const options = () => ({ env: { PATH: `${scripts.folder}:${process.env['PATH'] ?? ''}` } })
const programOf = (command: string): string => command.split(' ')[0] ?? ''

const SIGNING = 'aws_signing_helper credential-process --certificate c.pem --private-key k.pem'
const EXPORT = 'aws configure export-credentials --profile sso'
const OKTA = 'okta-aws-cli web --format process-credentials --org-domain my-org.okta.com'
const SAML = 'saml2aws login --credential-process --profile p'
const GRANTED = 'granted credential-process --profile p'

test('a profile that is not there is looked for where the helper looks', async () => {
  await scripts.write('aws', failing('The config profile (sso) could not be found', 253))
  const env = { ...options().env, AWS_CONFIG_FILE: '/srv/aws-config' }
  const { hint } = await failure(EXPORT, { options: { env } })
  expect(hint).toContain('There is no profile "sso" in /srv/aws-config or ~/.aws/credentials.')
})

describe('what a good helper prints becomes a session', () => {
  test.each([
    ['aws-sso -S "Default" process --arn arn:aws:iam::111111111111:role/x', PRINTS['aws-sso']],
    [`${OKTA} --open-browser`, PRINTS['okta-aws-cli']],
    ['aws-vault export --format=json prod', PRINTS['aws-vault']],
    ['aws-vault --backend=file export --format=json prod', LEADING_LINE],
    [`${SAML} --skip-prompt --quiet`, PRINTS.saml2aws],
    [GRANTED, PRINTS.granted],
    [SIGNING, PRINTS.aws_signing_helper],
    [EXPORT, PRINTS.aws],
    ['leapp session generate 0f3c', PRINTS.leapp],
  ])('%s', async (command, script) => {
    await scripts.write(programOf(command), script)
    const { result } = await run(command, { options: options() })
    const got = result.ok ? result.value.credentials : result.problem.message
    expect(typeof got === 'string' ? got : [got.accessKeyId, got.secretAccessKey.reveal(), got.expiresAt]).toEqual([
      GOOD.accessKeyId,
      GOOD.secret,
      GOOD.expiresAt,
    ])
    expect(result.ok && result.value.credentials.sessionToken?.reveal()).toBe(GOOD.token)
  })
})

interface Told {
  readonly code: string
  readonly hint: RegExp
  /** A timer does not try again before a person has done something. */
  readonly needsPerson: boolean
}

const exited = (hint: RegExp, needsPerson = false): Told => ({ code: 'process/exit-nonzero', hint, needsPerson })

describe('what a failing helper says becomes its way out', () => {
  test.each<readonly [string, string, Told]>([
    [
      'aws-sso -S Default process --arn x',
      failing('FATA[0000] Must run `aws-sso login` before running `aws-sso process`', 1),
      exited(/^Run "aws-sso login"/, true),
    ],
    [
      'aws-sso -u open -S Default process --arn x',
      failing('aws-sso: error: unknown flag -u', 80),
      exited(/remove "-u open"/),
    ],
    ['aws-sso process', failing('please specify --arn or --account and --role', 1), exited(/Add --arn/)],
    [OKTA, failing('Error: invalid_grant', 1), exited(/delete ~\/\.okta\/awscli-access-token\.json/)],
    [
      'aws-vault export --format=json prod',
      failing(
        'aws-vault: error: exec: Failed to get credentials for prod: open /dev/tty: no such device or address',
        1,
      ),
      exited(/--prompt=osascript.*zenity/, true),
    ],
    [
      'aws-vault export --format=json prod',
      failing(
        "aws-vault: error: in an existing aws-vault subshell; 'exit' from the subshell or unset AWS_VAULT to force",
        1,
      ),
      exited(/Quit it and start it/),
    ],
    [
      'aws-vault export --format=json prod',
      failing('ERROR: Touch account timed out!', 1),
      exited(/touch the YubiKey/, true),
    ],
    [
      'aws-vault export --format=json prod',
      failing(
        'aws-vault: error: exec: Failed to get credentials for prod: MultiFactorAuthentication failed with invalid MFA one time pass code',
        1,
      ),
      exited(/Wait half a minute/),
    ],
    [
      'aws-vault export --format=json prod',
      failing('aws-vault: error: exec: Failed to get credentials for prod: The specified item could not be found', 1),
      exited(/aws-vault add/),
    ],
    [
      SAML,
      failing('Unable to load credentials. Login required to create them.', 0),
      { code: 'process/empty-output', hint: /saml2aws configure/, needsPerson: true },
    ],
    [SAML, LOGGING, { code: 'process/invalid-json', hint: /Add --quiet/, needsPerson: false }],
    [SAML, failing('Error authenticating to IdP.: 403', 1), exited(/saml2aws login/, true)],
    [SAML, failing('Response did not contain a valid SAML assertion.', 1), exited(/saml2aws login/, true)],
    [
      GRANTED,
      failing(
        '[✘] the SSO token has expired\n[i] To log in run: granted sso login --sso-start-url https://x.awsapps.com/start',
        1,
      ),
      exited(/granted sso login/, true),
    ],
    [
      SIGNING,
      failing('Please enter your password for the private key:\n2026/11/22 21:05:11 unable to read password', 1),
      exited(/private key has a password/, true),
    ],
    [SIGNING, failing('2026/11/22 21:05:11 AccessDeniedException: Untrusted certificate', 1), exited(/"Last run"/)],
    [
      EXPORT,
      failing('Unable to retrieve credentials: The config profile (sso) could not be found', 253),
      exited(/no profile "sso" in ~\/\.aws\/config or ~\/\.aws\/credentials/),
    ],
    [
      EXPORT,
      failing('Unable to retrieve credentials: Error loading SSO Token: Token for corp does not exist', 253),
      exited(/aws sso login/, true),
    ],
    [
      EXPORT,
      failing('Unable to retrieve credentials: Credential process resolution detected an infinite loop: a -> a', 253),
      exited(/another profile/),
    ],
    [
      EXPORT,
      failing('Enter MFA code for arn:aws:iam::111111111111:mfa/ana: \nEOF when reading a line', 255),
      exited(/asks for an MFA code/, true),
    ],
    [
      'leapp session generate 0f3c',
      failing('Error: unable to connect to the Leapp desktop app', 1),
      exited(/Start the Leapp app/),
    ],
  ])('%s: %s', async (command, script, { code, hint, needsPerson }) => {
    await scripts.write(programOf(command), script)
    expect(await failure(command, { options: options() })).toMatchObject({
      code,
      hint: expect.stringMatching(hint),
      needsPerson,
    })
  })

  test.each([
    [OKTA, /Add --open-browser/],
    [`${OKTA} --open-browser`, /raise credentials\.timeout/],
    ['aws-vault export --format=json prod', /must not name it as credential_process/],
  ])('%s that hangs without a word', async (command, hint) => {
    await scripts.write(programOf(command), 'exec sleep 30')
    expect(await failure(command, { options: options(), timeoutMs: 300 })).toMatchObject({
      code: 'process/timeout',
      hint: expect.stringMatching(hint),
      needsPerson: true,
    })
  })
})

describe('whether a timer may start it', () => {
  const interactive = (command: string, own = ''): unknown => {
    const text = `auth: { identities: { dev: { kind: aws/credential-process, credentials: { credential_process: '${command}'${own} } } } }`
    const parsed = parseConfig(text, { file: 'c.yaml', variable: () => undefined, userName: 'ana' })
    const source = parsed.ok ? parsed.value.identities[0]?.source : null
    return source?.kind === 'process' ? source.interactive : source
  }

  test.each([
    ['aws-sso process --arn x', false],
    ['okta-aws-cli m2m --format process-credentials', false],
    [`${OKTA} --open-browser`, true],
    ['aws-vault --prompt=osascript export --format=json prod', true],
    ['aws-vault export --no-session --format=json prod', false],
    [SAML, true],
    [`${SAML} --skip-prompt --quiet`, false],
    [GRANTED, false],
    [`${GRANTED} --auto-login`, true],
    [SIGNING, false],
    [EXPORT, false],
    ['leapp session generate 0f3c', false],
    ['awsprocesscreds-saml -e https://example.okta.com -u ana', true],
    ['our-own-helper prod', false],
  ])('%s needs a person: %s, unless the identity says otherwise', (command, needed) => {
    expect([
      interactive(command),
      interactive(command, ', interactive: true'),
      interactive(command, ', interactive: false'),
    ]).toEqual([needed, true, false])
  })
})
