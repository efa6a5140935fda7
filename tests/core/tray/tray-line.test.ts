import { expect, test } from 'vitest'
import { createTeller } from '#core/notices/notices'
import type { Snapshot, StateView } from '#core/snapshot/snapshot'
import type { TrayRow } from '#core/tray/tray-rows'
import {
  codeAsk,
  inMinutes,
  liveFor,
  NOW,
  problem,
  snapshot,
  view,
  waitingForTrust,
} from '../../support/states/builders.ts'
import { stepBetween } from '../../support/states/changes-between.ts'
import { trayModel } from '../../support/states/tray-model.ts'

const asks: StateView = { kind: 'needs-you', ask: codeAsk(), keysSince: null, expiresAt: null }
const failed: StateView = { kind: 'failed', problem: problem(), keysSince: null, expiresAt: null, retryAt: null }
const expired: StateView = { kind: 'expired', at: NOW, problem: null }
const waits: StateView = { ...waitingForTrust(), isActive: false }

const offersConsole = (rows: readonly TrayRow[]): boolean =>
  rows.some((row) =>
    row.kind === 'submenu' ? offersConsole(row.rows) : row.kind === 'action' && row.action.kind === 'open-console',
  )

test('the line below Open says how the others are, as it repeats what stands right below it otherwise', () => {
  const lines = [
    [view('a', { state: asks }), view('b', { state: failed }), view('c', { state: liveFor(9) }), view('d')],
    [view('a', { state: expired }), view('c', { state: liveFor(9) }), view('d', { state: liveFor(9) })],
    [view('a', { state: waits }), view('b', { state: waits })],
  ].map((views) => trayModel(snapshot(views), NOW).tooltip)
  expect(lines).toEqual([
    'a needs you, 1 failed, 1 live',
    'a expired, 2 live',
    'No identity is active, 2 wait for trust',
  ])
})

test('what does not fit into a tooltip of older Windows is left out, and the rest stays whole', () => {
  const longest = view('a-name-that-is-cut-at-28-letters-only', { state: asks })
  const views = [longest, view('b', { state: failed }), view('c', { state: liveFor(9) })]
  const shown = snapshot(views, { config: { file: '/demo.yaml', demo: true, stale: false }, paused: true })
  expect(trayModel(shown, NOW).tooltip).toBe('Demo: a-name-that-is…-letters-only needs you, 1 failed (paused)')
})

test('a console is offered only where there are keys to open it with', () => {
  const offers = (state: StateView, config: Snapshot['config'] = { file: '/a.yaml', demo: false, stale: false }) =>
    offersConsole(trayModel(snapshot([view('dev', { state })], { config }), NOW).menu)
  const old = { ...failed, keysSince: NOW, expiresAt: inMinutes(3) }
  const refreshing: StateView = { kind: 'refreshing', since: NOW, keysSince: null, expiresAt: null }
  const demo = { file: '/demo.yaml', demo: true, stale: false }
  expect([liveFor(9), refreshing, old, failed, expired].map((state) => offers(state))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
  expect(offers(liveFor(9), demo)).toBe(false)
})

test('keys that never were have not expired, neither here nor in a notification', () => {
  const never: StateView = { kind: 'expired', at: null, problem: null }
  const shown = snapshot([view('a', { state: never }), view('b', { state: never })])
  const lines = [shown, snapshot([view('a', { state: never }), view('b', { state: expired })])]
  expect(lines.map((one) => trayModel(one, NOW).tooltip)).toEqual([
    '2 are without keys',
    'b expired, 1 is without keys',
  ])
  expect(createTeller(snapshot([]), true).tell(stepBetween(snapshot([]), shown), false).notices).toEqual([])
})

test('very many runs stand one level down, and do not say More once more', () => {
  const { menu } = trayModel(snapshot(Array.from({ length: 200 }, (_, index) => view(`id-${index + 100}`))), NOW)
  const more = menu.find(({ id }) => id === 'more')
  const labels = more?.kind === 'submenu' ? more.rows.map((row) => (row.kind === 'submenu' ? row.label : row.kind)) : []
  expect([labels.length, labels[0]]).toEqual([10, 'id-112 – id-131'])
})
