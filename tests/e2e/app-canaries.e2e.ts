import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { StsDouble } from '#host/demo/sts-double'
import { appPage, crashWindow } from '../support/app/app-page.ts'
import { appTray } from '../support/app/app-tray.ts'
import { ADMIN, BOB, BOBS_DEVICE, startBobsSts } from '../support/aws/bobs-sts.ts'
import { CANARY } from '../support/intruder/canary.ts'
import { heapOf } from '../support/intruder/heap-of.ts'
import type { LaunchedApp } from '../support/app/launch-app.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'
import { processesOf } from '../support/intruder/processes.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

const CODE = '918273'
/** What a careless proxy might answer. */
const QUOTING = `no: aws_secret_access_key = ${CANARY.secretAccessKey} aws_session_token = ${CANARY.sessionToken}`
const TYPED = BOB.secretAccessKey.reveal()

let person: Person
let sts: StsDouble

test.beforeEach(async () => {
  person = await arrive()
  sts = await startBobsSts({ mfa: { serial: BOBS_DEVICE, accepts: (code) => code === CODE } })
  const other = person.helper(
    'other',
    `cat /proc/$$/cmdline /proc/$$/environ | tr '\\0' '\\n' >"$0.seen"\n${keysFor(3_600)}`,
  )
  person.configure({
    identities: {
      bob: {
        kind: 'aws/user',
        credentials: { mfa_arn: BOBS_DEVICE, region: 'eu-west-1' },
        spec: { endpoint_url: sts.url },
      },
      admin: {
        kind: 'aws/assume-role',
        via: { identity: 'bob' },
        principal: { assume_role: ADMIN, session_name: 'ana', region: 'eu-west-1' },
        spec: { endpoint_url: sts.url },
      },
      other: byCommand(other.command),
    },
  })
})

test.afterEach(async () => {
  await person.leave()
  await sts.stop()
})

test('typed keys, a code, and what STS grants or quotes, are in the file and the clipboard and nowhere else', async () => {
  const app = await person.start()
  let errors = ''
  app.app.process().stderr?.on('data', (text: Buffer) => (errors += text.toString('latin1')))
  const panel = await appPage(app)
  const messages = await recordMessages(app)

  await panel.toggle('bob')
  await panel.open('bob')
  await typeInto(panel.page, 'Access key ID', BOB.accessKeyId)
  await typeInto(panel.page, 'Secret access key', TYPED)
  await panel.page.getByRole('button', { name: 'Use these keys' }).click()
  await typeInto(panel.page, 'MFA code for bob', CODE)
  await panel.page.getByRole('button', { name: 'Use code' }).click()
  await panel.expectState('bob', 'live')
  const granted = Object.entries(person.profile('bob') ?? {}).flatMap(([name, value]) =>
    /^aws_secret_access_key$|^aws_session_token$/.test(name) ? [value] : [],
  )
  expect(granted).toHaveLength(2)
  const hunted = [CANARY.secretAccessKey, CANARY.sessionToken, TYPED, ...granted]
  const found = (text: string) => hunted.filter((value) => text.includes(value.slice(0, 24)))
  expect([found(`planted ${TYPED}`), holdsCode(`"${CODE}"`)]).toEqual([[TYPED], true])

  await panel.page.getByRole('button', { name: 'Copy keys…' }).click()
  await panel.page.getByRole('button', { name: 'Copy the keys' }).click()
  await expect.poll(async () => found(await clipboardOf(app)).toSorted()).toEqual(granted.toSorted())
  sts.faults.push({ kind: 'error', code: 'AccessDenied', status: 403, message: QUOTING })
  await panel.toggle('admin')
  await panel.expectState('admin', 'failed')
  await panel.open('admin')
  expect(sts.faults).toEqual([])
  await panel.toggle('other')
  await panel.expectState('other', 'live')

  const tray = await appTray(person.desktop)
  const places = {
    'the heap of the window': await heapOf(panel.page),
    'the window': await panel.page.content(),
    'answers, diagnostics among them': await answers(panel.page),
    'what was sent and answered to the window': await messages(),
    'the output': app.output(),
    notifications: JSON.stringify(person.desktop.notifications.calls),
    'the tray menu': JSON.stringify(await tray.item.menu.items()),
    'arguments and environment of a helper': readFileSync(join(person.home, 'helpers/other.seen'), 'latin1'),
    'those of all other processes': JSON.stringify(processesOf(person.home)),
  }
  expect(Object.entries(places).flatMap(([place, text]) => found(text).map(() => place))).toEqual([])
  expect(Object.entries(places).flatMap(([place, text]) => (holdsCode(text) ? [place] : []))).toEqual([])
  expect(places['arguments and environment of a helper']).toContain(`HOME=${person.home}`)
  expect(places['what was sent and answered to the window']).toContain('answer to user/enter-keys')
  expect(Object.entries(places).filter(([, text]) => text === '')).toEqual([])
  // The hunt finds what is there.
  await panel.page.evaluate((text) => void Object.assign(window, { planted: text }), CANARY.sessionToken)
  expect(found(await heapOf(panel.page))).toEqual([CANARY.sessionToken])
  // And a window that dies with a key in it leaves none behind.
  await crashWindow(app)
  await person.desktop.notifications.until(({ body }) => body.startsWith('The window broke and was opened anew.'))

  await tray.quit()
  await app.ended()
  expect(found([errors, app.output(), JSON.stringify(person.desktop.notifications.calls)].join('\n'))).toEqual([])
  const texts = filesOf(person.home)
  expect(texts.filter(({ text }) => text.includes(TYPED) || holdsCode(text)).map(({ file }) => file)).toEqual([])
  const holders = texts.filter(({ text }) => found(text).length > 0).map(({ file }) => file)
  expect(holders.filter((file) => !file.startsWith('.aws/'))).toEqual([])
  expect(holders).toContain('.aws/credentials')
  writeFileSync(join(person.dataDir, 'planted'), `${TYPED} "${CODE}"`)
  const planted = filesOf(person.home).filter(({ text }) => text.includes(TYPED) && holdsCode(text))
  expect(planted.map(({ file }) => file)).toEqual(['data/planted'])
})

/** Key by key: Playwright's `fill` would leave the text with its own helpers in the page. */
async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).focus()
  await page.keyboard.type(text)
}

const clipboardOf = ({ app }: LaunchedApp): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText())

/** All that main sends to the window from now on, and every answer that it gives. */
async function recordMessages({ app }: LaunchedApp): Promise<() => Promise<string>> {
  const sent = await app.evaluateHandle(({ BrowserWindow, ipcMain }) => {
    const told: string[] = []
    // Electron has no event for what a handler answers, so each is wrapped where Electron keeps it.
    const handlers: Map<string, (...asked: unknown[]) => unknown> = Reflect.get(ipcMain, '_invokeHandlers')
    for (const [channel, handle] of handlers)
      handlers.set(channel, async (...asked) => {
        const answer = await handle(...asked)
        told.push(`answer to ${String(asked[1])}: ${JSON.stringify(answer)}`)
        return answer
      })
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const send = webContents.send.bind(webContents)
      webContents.send = (...words) => {
        told.push(JSON.stringify(words))
        send(...words)
      }
    }
    return told
  })
  return async () => (await sent.jsonValue()).join('\n')
}

/** What the window can ask for and get. */
const answers = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { request } = window.bridge
    const [{ value }] = [JSON.parse(JSON.stringify(await request('snapshot/read', undefined)))]
    const name = value.snapshot.identities[0].name
    return JSON.stringify([
      value,
      await request('app/diagnose', { names: true, copy: false }),
      await request('history/read', undefined),
      await request('session/written-lines', name),
      await request('session/earlier-runs', name),
      await request('files/history', undefined),
    ])
  })

/** As a text of its own: a heap snapshot is full of numbers between commas. */
const holdsCode = (text: string): boolean => /(?<![\d,.\n[])918273(?![\d,.])/.test(text)

/** Everything under the home, Chromium's own files among them. */
const filesOf = (home: string) =>
  readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(home, file), { throwIfNoEntry: false })?.isFile())
    .map((file) => ({ file, text: readFileSync(join(home, file), 'latin1') }))
