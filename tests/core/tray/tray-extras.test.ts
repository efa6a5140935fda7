import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import type { IdentityView, Snapshot } from '#core/snapshot/snapshot'
import { summaryLine } from '#core/snapshot/summary'
import type { TrayRow } from '#core/tray/tray-rows'
import { identityName, inMinutes, liveFor, NOW, problem, snapshot, view } from '../../support/states/builders.ts'
import { trayModel } from '../../support/states/tray-model.ts'

const renewing = (name: string, left: number, renewsIn: number): IdentityView =>
  view(name, { state: liveFor(left), nextRefreshAt: inMinutes(renewsIn) })

const rowIn = (rows: readonly TrayRow[], id: string): TrayRow | undefined => rows.find((row) => row.id === id)
const menuOf = (shown: Snapshot, snoozedUntil: string | null = null) => trayModel(shown, NOW, { snoozedUntil }).menu
const labels = (row: TrayRow | undefined) =>
  row?.kind === 'submenu' ? row.rows.map((each) => ('label' in each ? each.label : '—')) : []

test('what renews by itself comes to no end: its renewal is told', () => {
  const [a, b] = [renewing('a', 17, 2), renewing('b', 50, 35)]
  expect([summaryLine(snapshot([a, b]), NOW), summaryLine(snapshot([a]), inMinutes(3))]).toEqual([
    '2 live, renewal in 2 min',
    '1 live, renewal now',
  ])
})

test('an end that needs a person is told, even where others renew sooner', () => {
  const shown = snapshot([renewing('a', 17, 2), view('b', { state: liveFor(50) })])
  expect(summaryLine(shown, NOW)).toBe('2 live, next ends in 50 min')
})

test('beside the icon of macOS stands the time left, where the person wants it, and that it is production', () => {
  const title = (views: readonly IdentityView[], menuBarTitle: boolean) =>
    trayModel(snapshot(views, { settings: { ...DEFAULT_SETTINGS, menuBarTitle } }), NOW).title
  const one = renewing('a', 42, 27)
  const prod = view('p', { state: liveFor(80), isProduction: true })
  expect([title([one], false), title([one], true), title([one, prod], true), title([view()], true)]).toEqual([
    '',
    '42 min',
    'PROD 42 min',
    '',
  ])
})

test('production is marked by shape and word, and a click on an inactive one only leads to the question', () => {
  const shown = snapshot([
    view('shop', { isProduction: true }),
    view('live', { isProduction: true, state: liveFor(42) }),
  ])
  const rows = menuOf(shown)
  expect([rowIn(rows, 'identity/shop'), rowIn(rows, 'identity/live')]).toMatchObject([
    { label: '○ shop ■ production · inactive…', action: { kind: 'activate', name: 'shop' } },
    { label: '● live ■ production · live, 42 min' },
  ])
})

test('the console is offered only where it can be opened', () => {
  const of = (consoleProblem: IdentityView['consoleProblem']) =>
    labels(rowIn(menuOf(snapshot([view('a', { state: liveFor(42), consoleProblem })])), 'identity/a'))
  expect([of(null).includes('Open console'), of(problem()).includes('Open console')]).toEqual([true, false])
})

const sets = (...identities: readonly string[]) => ({
  settings: {
    ...DEFAULT_SETTINGS,
    sets: [
      { name: 'R&D', identities: identities.map(identityName), hotkey: null },
      { name: 'left behind', identities: [identityName('gone')], hotkey: null },
    ],
  },
})

test.each<[string, readonly IdentityView[], object]>([
  [
    'R&&D · 2 identities',
    [view('a'), view('b')],
    { kind: 'check', checked: false, action: { kind: 'activate-set', set: 'R&D' } },
  ],
  [
    'R&&D · 1 of 2 active',
    [view('a'), view('b', { state: liveFor(9) })],
    { kind: 'check', checked: false, action: { kind: 'activate-set', set: 'R&D' } },
  ],
  [
    'R&&D · active',
    [view('a', { state: liveFor(9) }), view('b', { state: liveFor(9) })],
    { kind: 'check', checked: true, action: { kind: 'deactivate-set', names: ['a', 'b'] } },
  ],
  [
    'R&&D · 1 of 2 active ■ production…',
    [view('a', { isProduction: true }), view('b', { state: liveFor(9) })],
    { kind: 'action', action: { kind: 'activate-set', set: 'R&D' } },
  ],
])('a set reads "%s"', (label, views, row) => {
  const menu = rowIn(menuOf(snapshot(views, sets('a', 'b', 'gone'))), 'sets')
  expect(menu).toMatchObject({ label: 'Work on', rows: [{ label, ...row }] })
})

test('without sets, or with nobody left in them, there is nothing to work on', () => {
  expect([menuOf(snapshot()), menuOf(snapshot([view('x')], sets()))].map((rows) => rowIn(rows, 'sets'))).toEqual([
    undefined,
    undefined,
  ])
})

test('notifications can be put off where there may be any, and be had again', () => {
  const active = snapshot([view('a', { state: liveFor(9) })])
  expect([
    labels(rowIn(menuOf(active), 'snooze')),
    rowIn(menuOf(snapshot()), 'snooze'),
    rowIn(menuOf({ ...active, notify: { ...active.notify, quiet: true } }), 'snooze'),
    rowIn(menuOf(snapshot(), '18:30'), 'snooze'),
  ]).toMatchObject([
    ['For 30 minutes', 'For an hour', 'Until tomorrow'],
    undefined,
    undefined,
    { label: 'No notifications until 18:30', rows: [{ label: 'Show them again' }] },
  ])
})
