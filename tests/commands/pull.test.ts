import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { appSocketPath, serveAppSocket } from '#host/serving/app-socket'
import { answerApp } from '../../electron/answer-app.ts'
import { useCommandLine } from '../support/programs/command-line.ts'
import { world } from '../support/world/engine-world.ts'
import { config, identity } from '../support/world/fake-config.ts'
import { printKeys } from '../support/programs/helper-scripts.ts'

const credtray = useCommandLine()
const endings: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of endings.splice(0)) await end()
  await credtray.run('panic')
})

const FIFTY = Array.from({ length: 50 })

async function configured(script: string): Promise<void> {
  const helper = await credtray.helpers.write('helper', script)
  await credtray.configure(`auth:
  identities:
    good: { kind: aws/credentials, credentials: { credential_process: '${helper}' } }
    person: { kind: aws/credentials, credentials: { credential_process: '${helper}', interactive: true } }
`)
}

const runsOf = async (): Promise<number> =>
  (await readFile(join(credtray.helpers.folder, 'runs'), 'utf8').catch(() => '')).split('\n').length - 1

const counting = (): string => `echo run >> '${credtray.helpers.folder}/runs'; ${printKeys()}`

describe('without an app', () => {
  test('fifty processes at once are one run of the helper and fifty answers', async () => {
    await configured(counting())
    const ran = await Promise.all(FIFTY.map(() => credtray.run('credentials', 'good')))
    expect([await runsOf(), ran.map(({ code }) => code).every((code) => code === 0)]).toEqual([1, true])
    expect(new Set(ran.map(({ out }) => out)).size).toBe(1)
  }, 120_000)

  test('the answer is one credential_process document, and nothing else', async () => {
    await configured(counting())
    const { out, err } = await credtray.run('credentials', 'good')
    expect([JSON.parse(out), err]).toEqual([
      {
        Version: 1,
        AccessKeyId: 'ASIAIOSFODNN7EXAMPLE',
        SecretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
        SessionToken: 'AQoDYXdzEJrEXAMPLETOKEN',
        Expiration: '2999-01-01T00:00:00Z',
      },
      '',
    ])
  })

  test('nothing of it is written to any file', async () => {
    await configured(counting())
    await credtray.run('credentials', 'good')
    const history = () => readFile(join(credtray.dataDir, 'history.jsonl'), 'utf8').catch(() => '')
    // The answer does not wait for the disk.
    await expect.poll(history).toContain('"what":"pulled"')
    expect([await credtray.credentials(), /wJalrXUtn|EXAMPLETOKEN|ASIAIOSFODNN7/.test(await history())]).toEqual([
      '',
      false,
    ])
  })

  test.each([
    ['nobody', 2, 'identity/unknown'],
    ['person', 3, 'session/needs-person'],
  ])('%s ends with code %i and says why', async (name, code, why) => {
    await configured(counting())
    const ran = await credtray.run('credentials', name)
    expect([ran.code, ran.out, ran.err]).toEqual([code, '', expect.stringContaining(why)])
  })

  test('a helper that asks Credtray for its own keys is refused, not run for ever', async () => {
    await configured(`exec '${process.execPath}' '${credtray.script}' credentials good`)
    const { code, err } = await credtray.run('credentials', 'good')
    expect([code, err]).toEqual([1, expect.stringContaining('process/')])
  })

  test('panic ends who held the keys, so that the next pull runs the helper again', async () => {
    await configured(counting())
    await credtray.run('credentials', 'good')
    const panic = await credtray.run('panic', '--json')
    await credtray.run('credentials', 'good')
    expect([JSON.parse(panic.out), await runsOf()]).toEqual([{ removed: [], failed: [], forgotten: 1 }, 2])
  })
})

describe('while the app runs', () => {
  test('fifty processes at once are one run of its helper and fifty answers', async () => {
    const app = world(config(identity('good')))
    await app.start()
    const socket = await serveAppSocket(appSocketPath(credtray.dataDir, process.platform), (raw) =>
      answerApp(app.engine, raw),
    )
    endings.push(
      () => socket.close(),
      () => app.engine.stop(),
    )
    const ran = await Promise.all(FIFTY.map(() => credtray.run('credentials', 'good')))
    expect([app.calls, new Set(ran.map(({ out }) => out)).size, app.files.writes]).toEqual([['good'], 1, []])
    expect(app.history.entries.filter(({ what }) => what === 'pulled').length).toBe(50)
  }, 120_000)
})

describe('history', () => {
  test('says what happened, as words, as CSV and as JSON', async () => {
    await configured(counting())
    await credtray.run('refresh', 'good')
    const [words, csv, json] = await Promise.all(
      [['history'], ['history', '--csv'], ['history', '--json']].map((args) => credtray.run(...args)),
    )
    expect([words?.out, csv?.out, JSON.parse(json?.out ?? '')]).toEqual([
      expect.stringMatching(/renewed +good {2}until 2999-01-01T00:00:00Z/),
      expect.stringMatching(/^at,what,identity,.*\r\n.*,renewed,good,good,2999-01-01T00:00:00Z,,,\r\n$/),
      [expect.objectContaining({ what: 'renewed', identity: 'good', expiresAt: '2999-01-01T00:00:00Z' })],
    ])
  })
})
