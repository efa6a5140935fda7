import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, type Instant, milliseconds } from '#core/base/time'
import { createRecent } from '#core/tray/recent'
import { createRoster } from '#core/snapshot/roster'
import type { IdentityView, Snapshot, StateView } from '#core/snapshot/snapshot'
import { createTrayBoard } from '#core/tray/tray-board'
import type { TrayModel } from '#core/tray/tray-model'
import type { TrayRow } from '#core/tray/tray-rows'
import { remainingWords, wordsTurnAt } from '#core/snapshot/wording'
import { codeAsk, inMinutes, liveFor, NOW, problem, snapshot, view } from '../../support/states/builders.ts'
import { changesBetween } from '../../support/states/changes-between.ts'
import { trayModel } from '../../support/states/tray-model.ts'

const anyState: fc.Arbitrary<StateView> = fc.oneof(
  fc.constantFrom<StateView>(
    { kind: 'inactive' },
    { kind: 'needs-you', ask: codeAsk(), keysSince: null, expiresAt: null },
    { kind: 'failed', problem: problem(), keysSince: null, expiresAt: inMinutes(50), retryAt: null },
    { kind: 'expired', at: NOW, problem: null },
    { kind: 'refreshing', since: NOW, keysSince: NOW, expiresAt: inMinutes(9) },
    { kind: 'not-handled', because: problem() },
    { kind: 'waiting-for-trust', isActive: true, because: problem(), keysSince: null, expiresAt: null },
    { kind: 'waiting-for-trust', isActive: false, because: problem(), keysSince: null, expiresAt: null },
  ),
  fc.integer({ min: 1, max: 600 }).map((left) => liveFor(left)),
)

interface Turn {
  readonly named: readonly number[]
  readonly states: readonly StateView[]
  readonly paused: boolean
  readonly minute: number
}

const anyTurn: fc.Arbitrary<Turn> = fc.record({
  named: fc.uniqueArray(fc.nat(44), { minLength: 20, maxLength: 45 }),
  states: fc.array(anyState, { minLength: 45, maxLength: 45 }),
  paused: fc.boolean(),
  minute: fc.nat(300),
})

/** What is the same as before stays the same object, as the engine has it. */
function next(before: Snapshot, { named, states, paused, minute }: Turn, keep: number): Snapshot {
  const known = new Map(before.identities.map((one) => [String(one.name), one]))
  const identities = named.flatMap((nth): readonly IdentityView[] => {
    const old = known.get(`id-${nth}`)
    const state = states[nth]
    if (old !== undefined && nth % 5 < keep) return [old]
    return state === undefined ? [] : [view(`id-${nth}`, { state })]
  })
  return { ...snapshot(identities, { paused }), takenAt: inMinutes(minute) }
}

test('brought up to date by changes, the tray says what it would say of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyTurn, fc.nat(5), fc.boolean())), (turns) => {
      let before = snapshot([])
      const roster = createRoster(before)
      const recent = createRecent([])
      const board = createTrayBoard(roster, recent)
      for (const [turn, keep, sameNames] of turns) {
        const named = sameNames ? before.identities.map(({ name }) => Number(name.slice(3))) : turn.named
        const now = next(before, { ...turn, named }, keep)
        const step = roster.take(changesBetween(before, now))
        recent.take(step)
        board.take(step)
        before = now
        expect(board.model(now.takenAt, null)).toEqual(trayModel(now, now.takenAt, { recent: recent.names() }))
      }
    }),
    { numRuns: 100 },
  )
})

test('of a thousand identities, the runs in which nothing changed are the same rows', () => {
  const views = Array.from({ length: 1_000 }, (_, nth) => view(`id-${nth}`, { state: liveFor(40) }))
  const before = snapshot(views)
  const roster = createRoster(before)
  const board = createTrayBoard(roster, createRecent([]))
  const rows = runsOf(board.model(NOW, null))
  const now = { ...before, identities: views.with(500, view('id-500', { state: liveFor(30) })) }
  board.take(roster.take(changesBetween(before, now)))
  const changed = runsOf(board.model(NOW, null)).filter((row, at) => row !== rows[at])
  expect([rows.length, changed.map((row) => JSON.stringify(row).includes('identity/id-500'))]).toEqual([50, [true]])
})

test('very many runs stand one level down, so that the menu is no higher than a screen', () => {
  const menuOf = (count: number) =>
    trayModel(snapshot(Array.from({ length: count }, (_, nth) => view(`id-${nth}`))), NOW).menu
  const more = [132, 133].map((count) => menuOf(count).filter((row) => row.id.startsWith('more')))
  expect(more.map((rows) => rows.length)).toEqual([6, 1])
})

/** The runs under More, wherever they stand. */
function runsOf({ menu }: TrayModel): readonly TrayRow[] {
  const more = menu.find((row) => row.id === 'more')
  return more?.kind === 'submenu' ? more.rows : menu.filter((row) => row.id.startsWith('more/'))
}

test('the moment at which words change is exact', () => {
  const left = fc.oneof(fc.integer({ min: 1, max: 300_000_000 }), fc.integer({ min: 1, max: 4_000_000 }))
  fc.assert(
    fc.property(left, fc.double({ min: 0, max: 1, noNaN: true }), (ms, share) => {
      const end: Instant = after(NOW, milliseconds(ms))
      const turn = wordsTurnAt(end, NOW) ?? NOW
      const between = after(NOW, milliseconds(Math.floor((turn - NOW - 1) * share)))
      const words = remainingWords(end, NOW)
      expect([remainingWords(end, between), remainingWords(end, turn) === words]).toEqual([words, false])
    }),
  )
})
