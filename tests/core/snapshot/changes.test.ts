import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChanges, isQuiet } from '#core/snapshot/changes'
import type { IdentityView, Snapshot } from '#core/snapshot/snapshot'
import { inMinutes, liveFor, snapshot, view } from '../../support/states/builders.ts'
import { changesBetween } from '../../support/states/changes-between.ts'

test('one renewed identity of a thousand is one view', () => {
  const views = Array.from({ length: 1_000 }, (_, at) => view(`identity-${at}`))
  const before = snapshot(views)
  const renewed = view('identity-500', { state: liveFor(60) })
  const after = { ...before, identities: views.with(500, renewed) }
  expect(changesBetween(before, after)).toEqual({ views: [renewed], order: null, rest: null, takenAt: before.takenAt })
})

test('what did not change stays the same object', () => {
  const before = snapshot([view('a'), view('b')])
  const after = { ...before, identities: [view('a', { state: liveFor(5) }), before.identities[1] ?? view('b')] }
  expect(applyChanges(before, changesBetween(before, after)).identities[1]).toBe(before.identities[1])
})

test('the hour alone is nothing to tell', () => {
  const before = snapshot()
  expect(isQuiet(changesBetween(before, { ...before, takenAt: inMinutes(3) }))).toBe(true)
})

test('that a file was changed is worth telling by itself', () => {
  const before = snapshot()
  const fileChange = {
    profile: 'a',
    file: '/x',
    kind: 'added',
    lines: [],
    isFirst: true,
    copied: true,
    agreed: false,
    at: inMinutes(0),
  } as const
  const after: Snapshot = { ...before, fileChange }
  expect(applyChanges(before, changesBetween(before, after)).fileChange).toBe(fileChange)
})

const some: fc.Arbitrary<readonly IdentityView[]> = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(60)), { selector: ([name]) => name })
  .map((all) => all.map(([name, left]) => view(name, { state: liveFor(left) })))

const around = fc.record({ paused: fc.boolean(), credentialsFile: fc.constantFrom('/x', '/y') })

test('the changes from any snapshot to any other lead there', () => {
  fc.assert(
    fc.property(some, some, fc.array(fc.boolean()), around, (old, fresh, kept, rest) => {
      const before = snapshot(old)
      // The engine hands out the same object for what did not change.
      const identities = fresh.map((next, at) =>
        kept[at] ? (old.find(({ name }) => name === next.name) ?? next) : next,
      )
      const after: Snapshot = { ...snapshot(identities, rest), takenAt: inMinutes(1) }
      expect(applyChanges(before, changesBetween(before, after))).toEqual(after)
    }),
  )
})
