import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { obey } from '../../electron/orders/obey.ts'
import { createOrders, type OrderParts } from '../../electron/orders/orders.ts'
import { identityName, profileName } from '../support/states/builders.ts'
import { world } from '../support/world/engine-world.ts'
import { config, identity } from '../support/world/fake-config.ts'
import { ownContacts } from '../support/world/own-contacts.ts'
import { problemOf } from '../support/world/problem-of.ts'

const staging = identityName('staging')

/** Orders over an engine whose ports are in the test's hand; `done` is what reached the desktop. */
async function desk(open: OrderParts['open'] = async () => '') {
  const of = world(config(identity('staging', {}, { profile: profileName('work') })))
  await of.start()
  const done: string[] = []
  const orders = createOrders({
    engine: of.engine,
    settings: of.settings,
    history: of.history,
    contacts: ownContacts(),
    awsFiles: ['/home/ana/.aws/config'],
    facts: () => Promise.reject(new Error('nobody examines here')),
    copy: (text) => void done.push(`copy ${text}`),
    copyKeys: (text) => void done.push(`keys ${text}`),
    signIn: () => Promise.reject(new Error('nobody signs in here')),
    openPage: () => Promise.reject(new Error('nobody opens a page here')),
    openTerminal: () => Promise.reject(new Error('nobody opens a terminal here')),
    confirm: (names) => void done.push(`confirm ${names.join(' ')}`),
    tell: (words) => void done.push(`tell ${words}`),
    open,
    endpointFor: () => Promise.reject(new Error('nobody asks for it here')),
    read: async ({ line }) => [{ number: line, text: 'auth:', markAt: 0 }],
    show: (pick) => void done.push(`show ${pick}`),
    showScreen: (screen) => void done.push(`screen ${screen}`),
    snooze: (span) => void done.push(`snooze ${span}`),
    about: () => ({
      version: '0.1.0',
      system: 'Linux 6.8 x64',
      desktop: 'XFCE on x11',
      trayHost: 'shown',
      runtime: 'Electron 45',
      home: '/home/ana',
    }),
    hide: () => void done.push('hide'),
    log: async () => ['a line'],
    restart: () => void done.push('restart'),
    quit: () => void done.push('quit'),
  })
  return { ...of, orders, done }
}

describe('a row of the tray menu', () => {
  test('removes all keys, and names nobody afterwards where lock screens are not to', async () => {
    const { orders, done, engine } = await desk()
    await orders.activate(staging)
    await orders.changeSettings({ notify: { ...DEFAULT_SETTINGS.notify, hideNames: true } })
    await obey(orders, { kind: 'panic' })
    await engine.stop()
    expect(done.at(-1)).toBe('tell Removed the keys of 1 profile, and forgot 1 session.')
  })

  test('does what it says', async () => {
    const { orders, done, engine } = await desk()
    for (const kind of ['open', 'quit'] as const) await obey(orders, { kind })
    for (const kind of ['open-identity', 'copy-profile'] as const) await obey(orders, { kind, name: staging })
    await engine.stop()
    expect(done).toEqual(['show null', 'quit', 'show staging', 'copy AWS_PROFILE=work'])
  })

  test('activates, refreshes and deactivates', async () => {
    const { orders, calls, files, engine } = await desk()
    for (const kind of ['activate', 'refresh', 'deactivate'] as const) await obey(orders, { kind, name: staging })
    await engine.stop()
    expect([calls, files.sections.size]).toEqual([['staging', 'staging'], 0])
  })

  test('leads to its screen, snoozes, and leaves the menu to the tray', async () => {
    const { orders, done, engine } = await desk()
    await obey(orders, { kind: 'open-screen', screen: 'files' })
    await obey(orders, { kind: 'snooze', span: 'hour' })
    await obey(orders, { kind: 'rebuild' })
    await engine.stop()
    expect(done).toEqual(['screen files', 'snooze hour'])
  })

  test('copies diagnostics, and says so', async () => {
    const { orders, done, engine } = await desk()
    await obey(orders, { kind: 'copy-diagnostics' })
    await engine.stop()
    expect(done).toEqual([
      expect.stringMatching(/^copy Credtray 0\.1\.0, .*1 in all, 0 active/s),
      'tell The diagnostics are on the clipboard. They name no identity, account or key.',
    ])
  })

  test('activates a set, and ends it', async () => {
    const { orders, settings, files, engine } = await desk()
    await settings.change({ sets: [{ name: 'work', identities: [staging], hotkey: null }] })
    await obey(orders, { kind: 'activate-set', set: 'work' })
    const during = files.sections.size
    await obey(orders, { kind: 'deactivate-set', names: [staging] })
    await engine.stop()
    expect([during, files.sections.size]).toEqual([1, 0])
  })

  test('pauses', async () => {
    const { orders, engine } = await desk()
    await obey(orders, { kind: 'set-paused', paused: true })
    const { paused } = engine.snapshot()
    await engine.stop()
    expect(paused).toBe(true)
  })
})

test('granted#263: what is copied names the profile and holds no key', async () => {
  const { orders, done, engine } = await desk()
  await engine.activate(staging)
  orders.copyProfile(staging)
  await engine.stop()
  expect(done).toEqual(['copy AWS_PROFILE=work'])
})

test('an identity that is gone by now has no profile to copy', async () => {
  const { orders, done, engine } = await desk()
  orders.copyProfile(identityName('gone'))
  await engine.stop()
  expect(done).toEqual([])
})

test('a configuration that cannot be opened says why, and names the file', async () => {
  const { orders, engine } = await desk(async () => 'no application is registered')
  const told = await problemOf(orders.openConfig(null))
  await engine.stop()
  expect([told.message, told.hint]).toEqual([
    expect.stringContaining('no application is registered'),
    expect.stringContaining('atmos.yaml'),
  ])
})

test('a line of the AWS files is opened, and never read for the window', async () => {
  const opened: unknown[] = []
  const { orders, engine } = await desk(async (place) => {
    opened.push(place)
    return ''
  })
  const there = { file: '/home/ana/.aws/config', line: 14, column: 1 }
  await orders.openConfig(there)
  const refused = await problemOf(orders.excerpt(there))
  await engine.stop()
  expect([opened, refused.code]).toEqual([[there], 'bridge/refused'])
})

test('a place of the configuration is opened and looked at; no other file is, whoever asks', async () => {
  const opened: unknown[] = []
  const { orders, engine } = await desk(async (place) => {
    opened.push(place)
    return ''
  })
  const { file } = engine.snapshot().config
  const there = { file: file ?? '', line: 3, column: 5 }
  await orders.openConfig(there)
  const lines = await orders.excerpt(there)
  const elsewhere = { ...there, file: '/home/ana/.aws/credentials' }
  const refused = [await problemOf(orders.excerpt(elsewhere)), await problemOf(orders.openConfig(elsewhere))]
  await engine.stop()
  expect([opened, lines]).toEqual([[there], [{ number: 3, text: 'auth:', markAt: 0 }]])
  expect(refused.map(({ code }) => code)).toEqual(['bridge/refused', 'bridge/refused'])
})
