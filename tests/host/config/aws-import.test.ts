import { afterEach, beforeEach, expect, test } from 'vitest'
import { besideDemo } from '#host/config/beside-demo'
import { configHome, createTrust, outcomes, type ConfigHome } from '../../support/files/config-home.ts'

let home: ConfigHome
beforeEach(async () => {
  home = await configHome()
  await home.write(
    '.aws/config',
    '[profile dev]\ncredential_process = helper dev\n[profile mine]\ncredential_process = theirs\n',
  )
})
afterEach(() => home.remove())

const all = () => createTrust(home.at('data', 'trust.json'), { all: true })
const yaml =
  'auth: { identities: { mine: { kind: aws/credential-process, credentials: { credential_process: ours } } } }\n'

test('without a configuration the AWS profiles are listed in place of the demo', async () => {
  const reading = await home.read({ trust: all() })
  expect([reading.file, reading.demo, outcomes(reading)]).toEqual([
    home.at('.aws/config'),
    false,
    { dev: 'helper dev', mine: 'theirs' },
  ])
})

test('their commands wait for approval like any other that was found', async () => {
  const reading = await home.read()
  expect([outcomes(reading)['dev'], reading.trust?.items.map(({ where }) => where.line)]).toEqual([
    'trust/needed',
    [2, 4],
  ])
})

test('a configuration stands alone', async () => {
  await home.write('.config/credtray/config.yaml', yaml)
  expect(outcomes(await home.read({ trust: all() }))).toEqual({ mine: 'ours' })
})

test('unless it asks for them; its own names count first', async () => {
  await home.write('.config/credtray/config.yaml', `${yaml}credtray: { import_aws_config: true }\n`)
  expect(outcomes(await home.read({ trust: all() }))).toEqual({ mine: 'ours', dev: 'helper dev' })
})

test('a file that cannot be read is a problem of its line', async () => {
  await home.write('.aws/config', '[profile dev]\nnonsense\n')
  await home.write('.config/credtray/config.yaml', `${yaml}credtray: { import_aws_config: true }\n`)
  const { parsed } = await home.read({ trust: all() })
  expect(parsed).toMatchObject({ ok: true, value: { problems: [{ code: 'config/syntax', where: { line: 2 } }] } })
})

const SIGN_IN = '[profile sso]\nsso_session = corp\n'

test('profiles that only sign in leave the demo, which says what would make them of use', async () => {
  await home.write('.aws/config', SIGN_IN)
  await home.write('demo.yaml', yaml)
  const reading = await home.read()
  const told = await besideDemo(reading, { env: {}, home: home.at(), userName: 'ana' })
  expect([reading.demo, outcomes(told)]).toEqual([true, { mine: 'ours' }])
  expect(told.parsed).toMatchObject({ value: { notes: [{ code: 'config/signs-in', where: { line: 2 } }] } })
})

test('beside profiles of use they are listed with the reason, until a command prints their keys', async () => {
  await home.write('.aws/config', `[profile dev]\ncredential_process = helper dev\n${SIGN_IN}`)
  const before = outcomes(await home.read({ trust: all() }))
  await home.write('.aws/config', `[profile dev]\ncredential_process = aws print --profile sso\n${SIGN_IN}`)
  const after = outcomes(await home.read({ trust: all() }))
  expect([before, after]).toEqual([
    { dev: 'helper dev', sso: 'identity/not-handled' },
    { dev: 'aws print --profile sso' },
  ])
})
