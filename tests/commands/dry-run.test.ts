import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { appSocketPath, serveAppSocket } from '#host/serving/app-socket'
import { answerApp } from '../../electron/answer-app.ts'
import { identityName, problem } from '../support/states/builders.ts'
import { CANARY, canariesIn, leakyHelper } from '../support/intruder/canary.ts'
import { useCommandLine } from '../support/programs/command-line.ts'
import { world } from '../support/world/engine-world.ts'
import { config, identity } from '../support/world/fake-config.ts'
import { printKeys } from '../support/programs/helper-scripts.ts'

const credtray = useCommandLine({ CREDTRAY_IDENTITY_CHECK: 'off' })
const KEPT = 'Nothing was written, and the keys are dropped.\n'
const MINE = '# mine\n[other]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n'

const endings: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

async function configured(): Promise<void> {
  const good = await credtray.helpers.write('good', printKeys('AQoDYXdzEJrEXAMPLETOKEN/canary'))
  const broken = await credtray.helpers.write('broken', 'echo "the VPN is off" >&2; exit 7')
  const rubbish = await credtray.helpers.write('rubbish', 'echo "{}"')
  const leaky = await credtray.helpers.write('leaky', leakyHelper('prints keys'))
  const entry = (name: string, command: string): string =>
    `    ${name}:\n      kind: aws/credentials\n      credentials: { credential_process: '${command}' }\n`
  await credtray.configure(`auth:
  identities:
${entry('good', good)}${entry('broken', broken)}${entry('rubbish', rubbish)}${entry('leaky', leaky)}    person:
      kind: aws/user
      credentials:
        access_key_id: AKIAIOSFODNN7EXAMPLE
        secret_access_key: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        mfa_arn: arn:aws:iam::111122223333:mfa/ana
`)
  await mkdir(dirname(credtray.credentialsFile), { recursive: true })
  await writeFile(credtray.credentialsFile, MINE)
}

/** Every file of the person's AWS folder and of Credtray's own data, with what it holds. */
async function everything(): Promise<readonly string[]> {
  const folders = [dirname(credtray.credentialsFile), credtray.dataDir].filter(existsSync)
  const names = await Promise.all(
    folders.map(async (folder) => {
      const found = await readdir(folder, { recursive: true, withFileTypes: true })
      return found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
    }),
  )
  return Promise.all(
    names
      .flat()
      .toSorted()
      .map(async (file) => `${file}: ${await readFile(file, 'latin1')}`),
  )
}

describe('refresh --dry-run', () => {
  test.each([
    [['good'], 0, /^good {2}Good keys came, which would last until 2999-01-01T00:00:00Z\.\n$/],
    [['broken'], 1, /^$/],
    [['rubbish'], 1, /^$/],
    [['person'], 3, /^$/],
    [['nobody'], 2, /^$/],
    [['good', 'broken'], 1, /^good {2}/],
  ])('of %j ends with %i, and every file is as it was', async (names, expected, data) => {
    await configured()
    await credtray.run('list')
    const before = await everything()
    const { code, out, err } = await credtray.run('refresh', '--dry-run', ...names)
    expect([code, data.test(out), err.endsWith(KEPT)], `${out}\n${err}`).toEqual([expected, true, true])
    expect(await everything()).toEqual(before)
  })

  test('says how the run went, what it said, and what is wrong with a hint', async () => {
    await configured()
    const { err } = await credtray.run('refresh', '--dry-run', 'broken', 'rubbish')
    expect(err).toMatch(/^the VPN is off\n/)
    expect(err).toMatch(
      /broken: process\/exit-nonzero: .*\nbroken: The command of broken ended with exit code 7\. It took /,
    )
    expect(err).toMatch(
      /rubbish: process\/[\w-]+: .* \(.+\)\nrubbish: The command of rubbish ended with exit code 0\. /,
    )
  })

  test('as data for programs holds what came and no key', async () => {
    await configured()
    const { code, out } = await credtray.run('refresh', '--dry-run', '--json', 'good', 'person')
    const [good, person] = JSON.parse(out)
    expect([code, good, person.problem.code]).toMatchObject([
      3,
      {
        identity: 'good',
        ok: true,
        expiresAt: '2999-01-01T00:00:00Z',
        exitCode: 0,
        argv: [expect.stringContaining('good')],
        hops: [{ name: 'good', how: 'new' }],
        problem: null,
      },
      'session/needs-person',
    ])
    expect(out).not.toMatch(/wJalrXUtn|canary|ASIA/)
  })

  test('tells no key that a helper lets slip, in output or on the disk', async () => {
    await configured()
    const { code, out, err } = await credtray.run('refresh', '--dry-run', 'leaky')
    expect([code, err.includes('using'), canariesIn(out + err), canariesIn((await everything()).join())]).toEqual([
      0,
      true,
      [],
      [],
    ])
    expect(CANARY.accessKeyId).toBeTruthy()
  })

  test('runs nothing that was not approved, asks for no approval, and ends with 4', async () => {
    await configured()
    const { env } = credtray
    const trusting = env['CREDTRAY_TRUST']
    delete env['CREDTRAY_TRUST']
    const { code, out, err } = await credtray.run('refresh', '--dry-run', 'good')
    if (trusting !== undefined) env['CREDTRAY_TRUST'] = trusting
    expect([code, out, /good: .*trust\/needed: /.test(err), err.includes('Approve')]).toEqual([4, '', true, false])
  })
})

describe('while the app runs', () => {
  test('it is tried by the app, which goes on as it was', async () => {
    const app = world(config(identity('of-the-app'), identity('second')))
    await app.start()
    const path = appSocketPath(credtray.dataDir, process.platform)
    const socket = await serveAppSocket(path, (raw) => answerApp(app.engine, raw))
    endings.push(
      () => socket.close(),
      () => app.engine.stop(),
    )
    app.answers.set('second', { kind: 'fails', problem: problem({ code: 'process/timeout' }) })
    const { code, out, err } = await credtray.run('refresh', '--dry-run', 'of-the-app', 'second', 'nobody')
    expect([code, out, /second: process\/timeout/.test(err), /nobody: identity\/unknown/.test(err)]).toEqual([
      2,
      'of-the-app  Good keys came, which would last until 2026-11-22T21:00:00Z.\n',
      true,
      true,
    ])
    const view = app.view(identityName('of-the-app'))
    expect([app.files.writes, app.history.entries.length, view?.state.kind, view?.lastRun]).toEqual([
      [],
      1,
      'inactive',
      null,
    ])
  })
})
