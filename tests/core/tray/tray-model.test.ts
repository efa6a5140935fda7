import { expect, test } from 'vitest'
import fc from 'fast-check'
import { after, seconds } from '#core/base/time'
import type { IdentityView, Snapshot, StateView } from '#core/snapshot/snapshot'
import type { TrayAction } from '#core/tray/tray-action'
import type { TrayRow } from '#core/tray/tray-rows'
import { sameTrayModel } from '#core/tray/tray-model'
import {
  codeAsk,
  identityName,
  inMinutes,
  liveFor,
  NOW,
  problem,
  profileName,
  snapshot,
  view,
} from '../../support/states/builders.ts'
import { trayModel } from '../../support/states/tray-model.ts'

const asks: StateView = {
  kind: 'needs-you',
  ask: codeAsk(),
  keysSince: null,
  expiresAt: null,
}
const failed: StateView = { kind: 'failed', problem: problem(), keysSince: null, expiresAt: null, retryAt: null }
const expired: StateView = { kind: 'expired', at: NOW, problem: null }
const expiring: StateView = { kind: 'expiring', since: NOW, expiresAt: inMinutes(8) }

const menuOf = (shown: Snapshot) => trayModel(shown, NOW).menu
const labelOf = (row: TrayRow): string => (row.kind === 'separator' ? '—' : row.label)
const actionsOf = (rows: readonly TrayRow[]): readonly TrayAction[] =>
  rows.flatMap((row) => {
    if (row.kind === 'submenu') return actionsOf(row.rows)
    return row.kind === 'action' || row.kind === 'check' ? [row.action] : []
  })
const rowFor = (shown: Snapshot, name: string): TrayRow | undefined =>
  menuOf(shown).find((row) => row.id === `identity/${name}`)

test('the menu reads: open, how things stand, active ones, inactive ones, pause, quit', () => {
  const shown = snapshot([view('dev'), view('staging', { state: liveFor(42) }), view('prod')])
  expect(menuOf(shown).map(labelOf)).toEqual([
    'Open Credtray',
    '1 live, next ends in 42 min',
    '—',
    '● staging · live, 42 min',
    '—',
    '○ dev · inactive',
    '○ prod · inactive',
    '—',
    'Pause refreshing',
    'Snooze notifications',
    '—',
    'Settings…',
    'Help',
    'Remove all keys',
    'Quit Credtray',
  ])
})

test('one click on an inactive identity activates it', () => {
  expect(rowFor(snapshot([view('dev')]), 'dev')).toMatchObject({
    kind: 'action',
    action: { kind: 'activate', name: 'dev' },
  })
})

test('an active identity offers refresh, copy and, last, deactivate', () => {
  const shown = snapshot([view('staging', { profile: profileName('stage'), state: liveFor(42) })])
  const row = rowFor(shown, 'staging')
  expect(row?.kind === 'submenu' ? row.rows.map(labelOf) : row).toEqual([
    'Refresh now',
    'Copy AWS_PROFILE=stage',
    'Open console',
    '—',
    'Deactivate',
  ])
})

test('keys of a wrong account are told where they are chosen', () => {
  const shown = snapshot([view('dev', { state: liveFor(42), warnings: ['ACCOUNT_MISMATCH'] })])
  expect(rowFor(shown, 'dev')).toMatchObject({ label: '● dev · live, 42 min, wrong account or role' })
})

test('an identity that failed first offers what went wrong', () => {
  const row = rowFor(snapshot([view('dev', { state: failed })]), 'dev')
  expect(row?.kind === 'submenu' ? row.rows[0] : row).toMatchObject({ action: { kind: 'open-identity', name: 'dev' } })
})

test('an identity that just ran out has nothing to explain', () => {
  const row = rowFor(snapshot([view('dev', { state: expired })]), 'dev')
  expect(row?.kind === 'submenu' ? labelOf(row.rows[0] ?? row) : row).toBe('Refresh now')
})

test('nothing offers to refresh what is being refreshed', () => {
  const shown = snapshot([view('dev', { state: { kind: 'refreshing', since: NOW, keysSince: null, expiresAt: null } })])
  expect(actionsOf(menuOf(shown)).map((action) => action.kind)).not.toContain('refresh')
})

test('an identity that needs the person opens the window there with one click', () => {
  expect(rowFor(snapshot([view('prod', { state: asks })]), 'prod')).toEqual({
    kind: 'action',
    id: 'identity/prod',
    label: '◆ prod · needs you…',
    action: { kind: 'open-identity', name: identityName('prod') },
  })
})

test('what waits for the person stands above what works by itself', () => {
  const shown = snapshot([
    view('a', { state: liveFor(9) }),
    view('b', { state: expired }),
    view('c', { state: asks }),
    view('d', { state: liveFor(9) }),
  ])
  const order = menuOf(shown).flatMap((row) => (row.id.startsWith('identity/') ? [row.id] : []))
  expect(order).toEqual(['identity/c', 'identity/b', 'identity/a', 'identity/d'])
})

test('after twelve identities the rest is under More, in runs of twenty', () => {
  const shown = snapshot(Array.from({ length: 45 }, (_, index) => view(`id-${index}`)))
  const more = menuOf(shown).flatMap((row) =>
    row.kind === 'submenu' && row.id.startsWith('more/') ? [[row.label, row.rows.length]] : [],
  )
  expect(more).toEqual([
    ['More: id-12 – id-31', 20],
    ['More: id-32 – id-44', 13],
  ])
})

test('one run of the rest is just called More, and nothing in it is nested', () => {
  const shown = snapshot(Array.from({ length: 14 }, (_, index) => view(`id-${index}`, { state: liveFor(30) })))
  const more = menuOf(shown).find((row) => row.id === 'more/0')
  expect(more?.kind === 'submenu' ? [more.label, ...more.rows.map((row) => row.kind)] : more).toEqual([
    'More',
    'action',
    'action',
  ])
})

test('identities that are not handled are only counted', () => {
  const other = view('gcp', { state: { kind: 'not-handled', because: problem() } })
  expect(
    menuOf(snapshot([view('dev'), other])).filter((row) => row.id === 'not-handled' || /gcp/.test(row.id)),
  ).toEqual([{ kind: 'text', id: 'not-handled', label: '1 identity is not handled here' }])
})

test('problems of the configuration get a row that opens the window', () => {
  const shown = snapshot([view()], { configProblems: [problem(), problem()] })
  expect(menuOf(shown).find((row) => row.id === 'config-problems')).toMatchObject({
    label: '2 problems in atmos.yaml…',
    action: { kind: 'open-screen', screen: 'problems' },
  })
})

test('an ampersand is shown, not swallowed as a mnemonic', () => {
  const shown = snapshot([view('R&D'), view('Q&A', { profile: profileName('q&a'), state: liveFor(42) })])
  const labels = JSON.stringify(menuOf(shown))
  expect([/R&&D/, /Q&&A/, /AWS_PROFILE=q&&a/].map((text) => text.test(labels))).toEqual([true, true, true])
})

test.each<[string, readonly StateView[], Partial<Snapshot>, string]>([
  ['all is well', [liveFor(42)], {}, 'calm'],
  ['nothing is active', [{ kind: 'inactive' }], {}, 'calm'],
  ['one ends soon', [liveFor(42), expiring], {}, 'soon'],
  ['refreshing is paused', [expiring], { paused: true }, 'paused'],
  ['keys ended because of the pause', [expired], { paused: true }, 'paused'],
  ['keys ended', [expired, liveFor(42)], {}, 'broken'],
  ['a try failed while paused', [failed], { paused: true }, 'broken'],
  ['one needs the person and another failed', [failed, asks], {}, 'needs-you'],
  ['the file does not parse', [liveFor(42)], { config: { file: '/a', demo: false, stale: true } }, 'broken'],
  ['nothing of the file can be used', [], { configProblems: [problem()] }, 'broken'],
  ['one entry of the file is wrong', [liveFor(42)], { configProblems: [problem()] }, 'calm'],
])('when %s the icon is right', (_when, states, changes, icon) => {
  const views = states.map((state, index) => view(`id-${index}`, { state }))
  expect(trayModel(snapshot(views, changes), NOW).icon).toBe(icon)
})

const anyState: fc.Arbitrary<StateView> = fc.oneof(
  fc.constantFrom<StateView>({ kind: 'inactive' }, asks, failed, expired, expiring),
  fc.integer({ min: -10, max: 600 }).map((left) => liveFor(left)),
  fc.integer({ min: -10, max: 600 }).map((left): StateView => ({
    kind: 'refreshing',
    since: NOW,
    keysSince: inMinutes(-52),
    expiresAt: inMinutes(left),
  })),
  fc.constant<StateView>({ kind: 'not-handled', because: problem() }),
)
const anyViews: fc.Arbitrary<readonly IdentityView[]> = fc
  .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 90 }), anyState), {
    selector: ([name]) => name,
    maxLength: 60,
  })
  .map((all) => all.map(([name, state]) => view(name, { state })))

test('whatever happens: row ids are unique, twelve identities at the top, one line of tooltip that fits', () => {
  fc.assert(
    fc.property(anyViews, fc.boolean(), fc.boolean(), (views, paused, demo) => {
      const model = trayModel(snapshot(views, { paused, config: { file: null, demo, stale: false } }), NOW)
      const all = model.menu
        .flatMap((row) => (row.kind === 'submenu' ? [row, ...row.rows] : [row]))
        .map((row) => row.id)
      const top = model.menu.filter((row) => row.id.startsWith('identity/'))
      expect([new Set(all).size, top.length <= 12, model.tooltip.length <= 63, /[\r\n]/.test(model.tooltip)]).toEqual([
        all.length,
        true,
        true,
        false,
      ])
    }),
    { numRuns: 100 },
  )
})

test('whatever happens: every handled identity can be reached by exactly its own rows', () => {
  fc.assert(
    fc.property(anyViews, (views) => {
      const reached = new Set(
        actionsOf(menuOf(snapshot(views))).flatMap((action) => ('name' in action ? [action.name] : [])),
      )
      const handled = views.filter(({ state }) => state.kind !== 'not-handled').map(({ name }) => name)
      expect(reached).toEqual(new Set(handled))
    }),
    { numRuns: 100 },
  )
})

test('a model changes at most once in the seconds of a minute', () => {
  const shown = snapshot([view('staging', { state: liveFor(42) })])
  const models = Array.from({ length: 60 }, (_, second) => trayModel(shown, after(NOW, seconds(second))))
  const changes = models.filter((model, index) => index > 0 && !sameTrayModel(model, models[index - 1] ?? model))
  expect(changes).toHaveLength(1)
})

test('models made from the same facts are the same, and others are not', () => {
  const make = (left: number) => trayModel(snapshot([view('staging', { state: liveFor(left) })]), NOW)
  expect([sameTrayModel(make(42), make(42)), sameTrayModel(make(42), make(41))]).toEqual([true, false])
})
