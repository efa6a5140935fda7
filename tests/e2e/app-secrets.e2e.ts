import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Bridge } from '#bridge/contract'
import { appPage, closeWindow } from '../support/app/app-page.ts'
import { appTray } from '../support/app/app-tray.ts'
import { CANARY, canariesIn, leakyHelper } from '../support/intruder/canary.ts'
import { heapOf } from '../support/intruder/heap-of.ts'
import { arrive, byCommand, type Person } from '../support/app/person.ts'
import { processesOf } from '../support/intruder/processes.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

let person: Person

test.afterEach(async () => {
  await person.leave()
})

test('keys from a helper that talks too much are in the credentials file and nowhere else', async () => {
  person = await arrive()
  const helpers = (['prints keys', 'fails', 'prints rubbish'] as const).map((end) =>
    person.helper(end.replace(' ', '-'), leakyHelper(end)),
  )
  person.configure({
    identities: Object.fromEntries(helpers.map(({ command }, at) => [`leaky-${at}`, byCommand(command)])),
  })
  const app = await person.start()
  let errors = ''
  app.app.process().stderr?.on('data', (text: Buffer) => (errors += text.toString('latin1')))
  const panel = await appPage(app)
  const toWindow = await panel.page.evaluateHandle(() => {
    const told: string[] = []
    window.bridge.onStateChanged((state) => void told.push(JSON.stringify(state)))
    return told
  })
  const processes = new Set<string>()

  const lookAt = async (name: string, word: string) => {
    for (const { argv, environment } of processesOf(person.home)) processes.add(`${argv}\n${environment}`)
    await panel.expectState(name, word)
    await panel.open(name)
    await expect(panel.details.getByLabel('What the command said')).toContainText('in two halves:')
    expect(canariesIn(await panel.page.content())).toEqual([])
  }
  await panel.toggle('leaky-0')
  await lookAt('leaky-0', 'live')
  await panel.row('leaky-0').hover()
  await panel.row('leaky-0').getByRole('button', { name: 'Copy AWS_PROFILE' }).click()
  await panel.toggle('leaky-1')
  await lookAt('leaky-1', 'failed')
  // Who looks at the window gets no notifications.
  await closeWindow(app)
  const tray = await appTray(person.desktop)
  await tray.clickIdentity('leaky-2')
  const { id } = await person.desktop.notifications.until(({ summary }) => /^leaky-2 |want a look$/.test(summary))
  person.desktop.notifications.invoke(id, 'default')
  await lookAt('leaky-2', 'failed')

  const places = {
    'what it prints': app.output(),
    'what it complains': errors,
    'what the window was told': JSON.stringify(await toWindow.jsonValue()),
    'what the window can ask for': JSON.stringify(
      await panel.page.evaluate(() => window.bridge.request('snapshot/read', undefined)),
    ),
    'the diagnostics with names': JSON.stringify(
      await panel.page.evaluate(() => window.bridge.request('app/diagnose', { names: true, copy: false })),
    ),
    'the heap of the window': await heapOf(panel.page),
    'the title of the window': await panel.page.title(),
    notifications: JSON.stringify(person.desktop.notifications.calls),
    'the tray menu': JSON.stringify(await tray.item.menu.items()),
    'the tooltip': JSON.stringify(await tray.item.props()),
    'the clipboard': await app.app.evaluate(({ clipboard }) => clipboard.readText()),
    'arguments and environments of processes': [...processes].join('\n'),
  }
  expect(Object.entries(places).filter(([, text]) => canariesIn(text).length > 0)).toEqual([])
  // Each place had something to look through.
  const { 'what it complains': _may, ...full } = places
  expect(Object.entries(full).filter(([, text]) => text === '')).toEqual([])

  await tray.quit()
  await app.ended()
  expect(person.profile('leaky-0')).toMatchObject({
    aws_access_key_id: CANARY.accessKeyId,
    aws_secret_access_key: CANARY.secretAccessKey,
    aws_session_token: CANARY.sessionToken,
  })
  const own = readdirSync(person.dataDir).filter((name) => /\.(?:jsonl?|txt)$/.test(name))
  expect(own).toContain('log.txt')
  expect(own.filter((name) => (statSync(join(person.dataDir, name)).mode & 0o077) !== 0)).toEqual([])
  expect(filesWithCanaries(person.home)).toEqual([
    '.aws/credentials',
    'helpers/fails',
    'helpers/prints-keys',
    'helpers/prints-rubbish',
  ])
})

/** Everything under the home, Chromium's own files among them. */
function filesWithCanaries(home: string): readonly string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => canariesIn(readFileSync(file)).length > 0)
    .map((file) => file.slice(home.length + 1))
    .toSorted()
}
