import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { commandLine, useCommandLine } from '../support/command-line.ts'
import { printKeys } from '../support/helper-scripts.ts'

const credtray = useCommandLine({ CREDTRAY_TRUST: '', CREDTRAY_IDENTITY_CHECK: 'off' })
let helper = ''
let file = ''

beforeEach(async () => {
  helper = await credtray.helpers.write('good', printKeys())
  file = await credtray.configure(configOf(helper))
})

const configOf = (command: string): string =>
  `auth: { identities: { good: { kind: aws/credential-process, credentials: { credential_process: '${command}' } } } }\n`

test('a found file runs nothing, and programs are told by exit code 4', async () => {
  const refresh = await credtray.run('refresh', 'good')
  const list = await credtray.run('list', '--json')
  expect([refresh.code, list.code, await credtray.credentials()]).toEqual([4, 4, ''])
  expect(refresh.err).toContain(`credtray trust ${file}`)
  expect(JSON.parse(list.out)).toMatchObject([{ identity: 'good', active: false, state: 'waiting for trust' }])
})

test('a person who reads the list gets it, and a word', async () => {
  const { code, out, err } = await credtray.run('list')
  expect([code, out, err]).toEqual([
    0,
    expect.stringContaining('waiting for trust'),
    expect.stringContaining('credtray trust'),
  ])
})

test('trust shows what would be run, and approves nothing by itself', async () => {
  const { code, out } = await credtray.run('trust', file)
  const after = await credtray.run('refresh', 'good')
  expect([code, out.includes(`good: ${helper}`), after.code]).toEqual([4, true, 4])
})

test('trust --yes approves, until the command changes', async () => {
  const trust = await credtray.run('trust', file, '--yes')
  const refresh = await credtray.run('refresh', 'good')
  await credtray.configure(configOf(`${helper} --more`))
  const changed = await credtray.run('trust', file, '--json')
  expect([trust.code, refresh.code, changed.code]).toEqual([0, 0, 4])
  expect(JSON.parse(changed.out)).toMatchObject({
    file,
    approved: false,
    refusal: null,
    items: [{ identity: 'good', news: 'changed' }],
  })
})

test('trust shows where a session would be sent', async () => {
  const found = await credtray.configure(
    `auth: { identities: { user: { kind: aws/user, spec: { endpoint_url: 'https://sts.example.com' } } } }\n`,
  )
  const { code, out } = await credtray.run('trust', found)
  expect([code, out]).toEqual([4, expect.stringContaining('user sends its session to https://sts.example.com')])
})

test('export says what the installed Atmos makes of the kind', async () => {
  await credtray.helpers.write('atmos', `echo '👽 Atmos 1.187.0 on linux/amd64'`)
  const env = { PATH: `${credtray.helpers.folder}:${process.env['PATH'] ?? ''}` }
  await using beside = await commandLine(credtray.script, { ...env, CREDTRAY_IDENTITY_CHECK: 'off' })
  await beside.configure(configOf(helper))
  const { code, err } = await beside.run('export', 'good')
  expect([code, err]).toEqual([0, expect.stringContaining('Atmos 1.187.0 is installed here and refuses')])
})

test('a file named in the very command runs, with a line about it', async () => {
  const { code, err } = await credtray.run('refresh', 'good', '--config', file)
  expect([code, err]).toEqual([0, expect.stringContaining('because you named it')])
})

test('a file that others may write is refused, named or not', async () => {
  await chmod(file, 0o666)
  const named = await credtray.run('refresh', 'good', '--config', file)
  const trust = await credtray.run('trust', file, '--yes')
  expect([named.code, trust.code, trust.err]).toEqual([4, 4, expect.stringContaining('chmod go-w')])
})

test('export prints a chain only once it is approved', async () => {
  const before = await credtray.run('export', 'good')
  const after = await credtray.run('export', 'good', '--config', join(credtray.home, '.config/credtray/config.yaml'))
  expect([before.code, before.out, after.code, after.out]).toEqual([
    4,
    '',
    0,
    `[profile good]\ncredential_process = ${helper}\n`,
  ])
})
