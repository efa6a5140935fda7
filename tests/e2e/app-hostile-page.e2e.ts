import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type JSHandle, test } from '@playwright/test'
import type { Bridge } from '#bridge/contract'
import { decoders } from '#bridge/decode'
import { type AppPage, appPage } from '../support/app/app-page.ts'
import { foreignChannels, foreignInputs, foreignNames } from '../support/intruder/foreign-input.ts'
import type { LaunchedApp } from '../support/app/launch-app.ts'
import { arrive, byCommand, type Helper, keysFor, type Person } from '../support/app/person.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

let person: Person
let helper: Helper
let app: LaunchedApp
let panel: AppPage

test.beforeAll(async () => {
  person = await arrive()
  helper = person.helper('keys', keysFor(3_600))
  person.configure({ identities: { staging: byCommand(helper.command) }, settings: { files: { preview: 'tell' } } })
  person.write('# mine\n')
  // As at a second start, when the file of the settings is there.
  person.choose({})
  app = await person.start()
  panel = await appPage(app)
  await panel.expectState('staging', 'inactive')
})

test.afterAll(async () => {
  await person.leave()
})

interface Sent {
  readonly channel: string
  readonly what: string
  readonly answer: string
}

/** Sends each input on each channel from the page, and answers with the code of each refusal, or what came in its place. */
const send = (channels: JSHandle<readonly unknown[]>, inputs: JSHandle<object>): Promise<readonly Sent[]> =>
  panel.page.evaluate(
    async ([all, given]) => {
      const request = (...words: readonly unknown[]): Promise<{ ok: boolean; problem?: { code: string } }> =>
        Reflect.apply(window.bridge.request, window.bridge, words)
      const sent = []
      for (const channel of all)
        for (const [what, input] of Object.entries(given)) {
          const answer = await Promise.resolve()
            .then(() => request(channel, input, 'one more', { and: 'another' }))
            .then(({ ok, problem }) => (ok ? 'done' : (problem?.code ?? 'no code')))
            .catch(() => 'not sent')
          sent.push({ channel: typeof channel === 'string' ? channel.slice(0, 40) : typeof channel, what, answer })
        }
      return sent
    },
    [channels, inputs] as const,
  )

const CHANNELS = Object.keys(decoders)

/** Every request that there is. */
const ours = (): Promise<JSHandle<readonly unknown[]>> => panel.page.evaluateHandle((names) => names, CHANNELS)

/** What a handler would have left behind. */
async function traces(): Promise<unknown> {
  const read = (name: string): unknown => {
    try {
      return JSON.parse(readFileSync(join(person.home, name), 'utf8'))
    } catch {
      return null
    }
  }
  const outcome = await panel.page.evaluate(() => window.bridge.request('snapshot/read', undefined))
  if (!outcome.ok) throw new Error('main does not answer')
  const { identities, paused, settings, trust, config } = outcome.value.snapshot
  return {
    snapshot: { identities, paused, settings, trust, config },
    runs: helper.runs(),
    credentials: person.credentials(),
    hasConfig: existsSync(join(person.home, '.aws/config')),
    files: ['data/settings.json', 'data/trust.json', 'data/state.json', 'data/keys.json'].map(read),
    clipboard: await app.app.evaluate(({ clipboard }) => clipboard.readText()),
    windows: await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
    polluted: await app.app.evaluate(() => Reflect.get({}, 'polluted') ?? null),
  }
}

test('no forged input of any request gets as far as its handler', async () => {
  const before = await traces()
  const sent = await send(await ours(), await panel.page.evaluateHandle(foreignInputs))
  expect(sent.length).toBe(CHANNELS.length * Object.keys(foreignInputs()).length)
  // A change of the settings that names none of them is one that changes nothing.
  const got = sent.filter(
    ({ channel, answer }) => !['bridge/refused', 'not sent'].includes(answer) && channel !== 'settings/change',
  )
  expect(got).toEqual([])
  expect(sent.filter(({ answer }) => answer === 'bridge/refused').length).toBeGreaterThan(sent.length / 2)
  expect(await traces()).toEqual(before)
})

test('names of nothing do nothing, whatever stands in them', async () => {
  const before = await traces()
  const sent = await send(await ours(), await panel.page.evaluateHandle(foreignNames))
  const odd = sent.filter(({ answer }) => !/^(?:done|[a-z]+\/[a-z-]+)$/.test(answer) || answer === 'app/unexpected')
  expect(odd).toEqual([])
  expect(await traces()).toEqual(before)
})

test('what is no request is refused like any other', async () => {
  const before = await traces()
  const inputs = await panel.page.evaluateHandle(() => ({ 'a name': 'staging', nothing: null }))
  const sent = await send(await panel.page.evaluateHandle(foreignChannels), inputs)
  expect(sent.length).toBe(2 * foreignChannels().length)
  expect(sent.filter(({ answer }) => answer !== 'bridge/refused' && answer !== 'not sent')).toEqual([])
  expect(sent.filter(({ answer }) => answer === 'not sent').map(({ channel }) => channel)).toEqual(['object', 'object'])
  expect(await traces()).toEqual(before)
})

test('a page of another address, a second window and a frame are refused like strangers', async () => {
  const before = await traces()
  const answers = await app.app.evaluate(async ({ app: electron, BrowserWindow, session }) => {
    const preload = `${electron.getAppPath()}/dist/preload/preload.cjs`
    const window = session.fromPartition('window', { cache: false })
    const own = { preload, sandbox: true, contextIsolation: true, nodeIntegrationInSubFrames: true, session: window }
    const ask = `bridge.request('session/activate', 'staging').then((a) => a.ok ? 'done' : a.problem.code, () => 'thrown')`
    const inFrame = `new Promise((done) => { const f = document.createElement('iframe'); document.body.append(f)
      const from = f.contentWindow.bridge; done(from === undefined ? 'no bridge' : from.request('session/activate', 'staging').then((a) => a.ok ? 'done' : a.problem.code)) })`
    const answered: Record<string, unknown> = {}
    const strangers = { preload, sandbox: true, contextIsolation: true, nodeIntegrationInSubFrames: true }
    for (const address of ['about:blank', 'data:text/html,<p>hello', 'credtray-window://app/index.html']) {
      const made = new BrowserWindow({ show: false, webPreferences: address.startsWith('data:') ? strangers : own })
      await made.loadURL(address)
      answered[address] = await made.webContents.executeJavaScript(ask)
      answered[`a frame in ${address}`] = await made.webContents.executeJavaScript(inFrame)
      made.destroy()
    }
    return answered
  })
  expect(Object.values(answers).filter((answer) => answer !== 'bridge/refused' && answer !== 'no bridge')).toEqual([])
  expect(answers['credtray-window://app/index.html']).toBe('bridge/refused')
  const frame = await panel.page.evaluate(() => {
    const made = document.createElement('iframe')
    document.body.append(made)
    const found = typeof Reflect.get(made.contentWindow ?? {}, 'bridge')
    made.remove()
    return found
  })
  expect(frame).toBe('undefined')
  expect(await traces()).toEqual(before)
})

test('after all of that the app does what it did before', async () => {
  await panel.toggle('staging')
  await panel.expectState('staging', 'live')
  expect(helper.runs()).toBe(1)
  expect(person.profile('staging')).toMatchObject({ manager: 'credtray' })
})
