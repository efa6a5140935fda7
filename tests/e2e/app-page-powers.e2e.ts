import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type AppPage, appPage } from '../support/app/app-page.ts'
import type { LaunchedApp } from '../support/app/launch-app.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'
import { tryNetwork, tryPowers } from '../support/intruder/powers.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

let person: Person
let app: LaunchedApp
let panel: AppPage

test.beforeAll(async () => {
  person = await arrive()
  person.configure({ identities: { staging: byCommand(person.helper('keys', keysFor(3_600)).command) } })
  app = await person.start()
  panel = await appPage(app)
  await panel.expectState('staging', 'inactive')
})

test.afterAll(async () => {
  await person.leave()
})

test('the page has the documented object and nothing else of Electron or Node', async () => {
  const found = await panel.page.evaluate(() => {
    const names = [
      'process',
      'require',
      'module',
      'ipcRenderer',
      'electron',
      'Buffer',
      'global',
      '__dirname',
      'setImmediate',
    ]
    const mine = Object.getOwnPropertyDescriptor(window, 'bridge')
    const tries = [
      () => Reflect.set(window, 'bridge', {}),
      () => Reflect.set(window.bridge, 'request', () => 'mine'),
      () => Reflect.deleteProperty(window, 'bridge'),
      () => Reflect.defineProperty(window.bridge, 'more', { value: 1 }),
    ]
    return {
      powers: names.filter((name) => name in window),
      bridge: Object.keys(window.bridge),
      isFrozen: Object.isFrozen(window.bridge),
      descriptor: [mine?.writable, mine?.configurable],
      changed: tries.map((change) => change()),
    }
  })
  expect(found).toEqual({
    powers: [],
    bridge: ['request', 'onStateChanged', 'onStateMoved', 'onIdentityPicked', 'onScreenPicked', 'onActivationAsked'],
    isFrozen: true,
    descriptor: [false, false],
    changed: [false, false, false, false],
  })
})

test('the page opens no window, gets no permission and runs no text', async () => {
  const came = await panel.page.evaluate(tryPowers)
  expect(Object.entries(came).filter(([, what]) => what !== 'refused')).toEqual([])
  expect(app.app.windows().length).toBe(1)
})

test('the page goes nowhere', async () => {
  const where = () => panel.page.evaluate(() => [document.URL, document.title])
  const here = await where()
  for (const address of [
    'https://example.invalid/',
    'file:///etc/passwd',
    'data:text/html,away',
    'credtray-window://app/',
    'credtray-window://elsewhere/index.html',
    'chrome://gpu',
    'javascript:document.title="away"',
  ]) {
    await panel.page.evaluate((to) => void setTimeout(() => window.location.assign(to)), address).catch(() => undefined)
    await panel.page.evaluate(() => new Promise((done) => setTimeout(done, 50)))
    expect([address, ...(await where())]).toEqual([address, ...here])
  }
})

test('from about:blank, of which Chromium asks nobody, it comes back', async () => {
  const gone = panel.page.waitForEvent('framenavigated', (frame) => frame.url() === 'about:blank')
  await panel.page.evaluate(() => void setTimeout(() => window.location.assign('about:blank')))
  await gone
  await expect.poll(() => panel.page.url()).toBe('credtray-window://app/index.html')
  await panel.expectState('staging', 'inactive')
})

test('the page reaches no server, not even one on this computer', async () => {
  let reached = 0
  const server = createServer((socket) => {
    reached += 1
    socket.destroy()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const came = await panel.page.evaluate(tryNetwork, `http://127.0.0.1:${port}`)
  // A frame that was refused loads a page that says so.
  expect(Object.entries(came).filter(([how, what]) => what === 'loaded' && how !== 'frame')).toEqual([])
  expect(reached).toBe(0)
  // The address was good: main itself may go there.
  await app.app.evaluate(({ net }, to) => net.fetch(to).catch(() => undefined), `http://127.0.0.1:${port}`)
  expect(reached).toBeGreaterThan(0)
  server.close()
})

test('the page saves what it made itself, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'credtray-saved-'))
  const file = join(folder, 'history.csv')
  await app.app.evaluate(({ session }, path) => {
    const seen: { address: string; refused: boolean; end: string }[] = []
    Reflect.set(globalThis, 'seenDownloads', seen)
    session.fromPartition('window', { cache: false }).on('will-download', (event, item) => {
      const one = {
        address: item.getURL().split('/').slice(0, 3).join('/').slice(0, 32),
        refused: event.defaultPrevented,
        end: '',
      }
      seen.push(one)
      if (event.defaultPrevented) return
      item.setSavePath(path)
      item.once('done', (_event, end) => (one.end = end))
    })
  }, file)
  const seen = () =>
    app.app.evaluate(
      () => Reflect.get(globalThis, 'seenDownloads') as { address: string; refused: boolean; end: string }[],
    )
  await panel.page.evaluate(() => {
    const save = (href: string) => {
      const link = document.createElement('a')
      link.href = href
      link.download = 'history.csv'
      link.click()
    }
    save('data:text/csv,theirs')
    save(URL.createObjectURL(new Blob(['mine'], { type: 'text/csv' })))
  })
  await expect.poll(async () => (await seen()).map(({ end }) => end)).toContain('completed')
  expect(
    (await seen()).filter(({ refused, address }) => !refused && !address.startsWith('blob:credtray-window:')),
  ).toEqual([])
  expect(readFileSync(file, 'utf8')).toBe('mine')
  rmSync(folder, { recursive: true, force: true })
})
