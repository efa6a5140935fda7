import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { appSocketPath, serveAppSocket } from '#host/serving/app-socket'
import { root } from '../../build/setup/project.mjs'
import { answerApp } from '../../electron/answer-app.ts'
import { assemble } from '../../electron/assemble.ts'
import { begin } from '../../electron/beginnings.ts'
import { commandLine, useCommandLine } from '../support/programs/command-line.ts'
import { isOnPath } from '../support/programs/on-path.ts'
import { printKeys } from '../support/programs/helper-scripts.ts'

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

test('a yes from a pipe is answered on a line of its own', async () => {
  const { code, err } = await credtray.runWith('y\n', 'trust', file)
  expect([code, err]).toEqual([0, 'Approve all of it? [y/N] \nApproved.\n'])
})

test('trust says where nothing is left to approve', async () => {
  await credtray.run('trust', file, '--yes')
  expect(await credtray.run('trust', file)).toMatchObject({ code: 0, err: `${file} has nothing to approve.\n` })
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

test('a file named in the very command is asked about like any other, and the hint names it', async () => {
  const named = await credtray.run('refresh', 'good', '--config', file)
  const program = await credtray.run('refresh', 'good', '--config', file, '--json')
  const keys = await credtray.run('env', 'good', '--keys', '--config', file)
  expect([named.code, program.code, keys.code, keys.out, await credtray.credentials()]).toEqual([4, 4, 4, '', ''])
  expect([named.err, keys.err]).toEqual(Array(2).fill(expect.stringContaining(`credtray trust ${file}`)))
})

test('a yes is read from a pipe, and anything else is a no', async () => {
  const no = await credtray.runWith('n\n', 'trust', file)
  const nothing = await credtray.runWith('', 'trust', file)
  const yes = await credtray.runWith('y\n', 'trust', file)
  const refresh = await credtray.run('refresh', 'good', '--config', file)
  expect([no.code, nothing.code, yes.code, refresh.code]).toEqual([4, 4, 0, 0])
})

test('who pulled before they approved need not wait for the next pull', async () => {
  const before = await credtray.run('credentials', 'good')
  await credtray.run('trust', file, '--yes')
  const after = await credtray.run('credentials', 'good')
  await credtray.run('panic')
  expect([before.code, after.code]).toEqual([4, 0])
})

describe.skipIf(!isOnPath('script') || process.platform !== 'linux')('in a terminal (script plays it on Linux)', () => {
  test('refresh shows what would be run, and a yes is kept', async () => {
    const asked = await inTerminal('y\n', 'refresh', 'good', '--config', file)
    const later = await credtray.run('refresh', 'good')
    expect([asked.includes(`good: ${helper}`), asked.includes('Approve all of it?'), later.code]).toEqual([
      true,
      true,
      0,
    ])
    expect(asked).toMatch(/good {2}\[good\] {2}2999-01-01T00:00:00Z/)
  })

  test('exec shows it too, and after a yes the command runs', async () => {
    const asked = await inTerminal('y\n', 'exec', 'good', '--', 'echo', 'it ran')
    // The terminal may echo the end of the input before it.
    const seen = ['Approve all of it?', `good: ${helper}`, 'it ran'].map((words) => asked.includes(words))
    expect(seen).toEqual([true, true, true])
  })

  test('exec runs nothing after a no', async () => {
    const asked = await inTerminal('n\n', 'exec', 'good', '--', 'echo', 'it ran')
    expect([asked.includes('trust/needed'), asked.includes('it ran')]).toEqual([true, false])
  })

  test('a no approves nothing, and nothing has run', async () => {
    const asked = await inTerminal('n\n', 'activate', 'good')
    expect([asked.includes('trust/needed'), (await credtray.run('refresh', 'good')).code]).toEqual([true, 4])
  })

  test('a program that wants JSON is not asked', async () => {
    const asked = await inTerminal('y\n', 'refresh', 'good', '--json')
    expect([asked.includes('Approve all of it?'), (await credtray.run('refresh', 'good')).code]).toEqual([false, 4])
  })

  test('the running app takes the yes, and does it', async () => {
    const app = await runningApp()
    const asked = await inTerminal('y\n', 'activate', 'good')
    expect([asked, app.engine.snapshot().trust]).toEqual([
      expect.stringMatching(/good {2}\[good\] {2}active, 2999-01-01T00:00:00Z/),
      null,
    ])
    await app.end()
  })

  const inTerminal = async (typed: string, ...args: readonly string[]): Promise<string> =>
    (await credtray.runInTerminal(typed, ...args)).out
})

test('a file that others may write is refused, named or not', async () => {
  await chmod(file, 0o666)
  const named = await credtray.run('refresh', 'good', '--config', file)
  const trust = await credtray.run('trust', file, '--yes')
  expect([named.code, trust.code, trust.err]).toEqual([4, 4, expect.stringContaining('chmod go-w')])
})

test('export prints a chain only once it is approved', async () => {
  const before = await credtray.run('export', 'good')
  await credtray.run('trust', file, '--yes')
  const after = await credtray.run('export', 'good')
  expect([before.code, before.out, after.code, after.out]).toEqual([
    4,
    '',
    0,
    `[profile good]\ncredential_process = ${helper}\n`,
  ])
})

/** An app at the same data, as far as the command line can tell. */
async function runningApp() {
  const machine = { platform: process.platform, env: credtray.env, home: credtray.home }
  const where = { config: null, dataDir: credtray.dataDir, folder: null }
  const { engine, dismiss } = await assemble(where, begin(where, machine), {
    assets: join(root, 'assets'),
    sealing: noSealing,
  })
  await engine.start()
  const path = appSocketPath(credtray.dataDir, process.platform)
  const socket = await serveAppSocket(path, (raw) => answerApp(engine, raw))
  const end = async (): Promise<void> => {
    await socket.close()
    await engine.stop()
    await dismiss()
  }
  return { engine, end }
}

function noSealing(): never {
  throw new Error('no key is typed here')
}
