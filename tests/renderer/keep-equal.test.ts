import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepEqual, sameData } from '../../renderer/keep-equal.ts'
import { inMinutes, liveFor, snapshot, view, windowState } from '../support/states/builders.ts'

test('a view that says the same keeps its reference, the changed one does not', () => {
  const before = windowState(snapshot([view('a'), view('b')]))
  const next = windowState(snapshot([view('a'), view('b', { state: liveFor(10) })]))
  const [a, b] = keepEqual(before, next).snapshot.identities
  expect([a === before.snapshot.identities[0], b]).toEqual([true, view('b', { state: liveFor(10) })])
})

test('where only the hour changed the whole list keeps its reference', () => {
  const before = windowState(snapshot([view('a'), view('b')]))
  const next = windowState(snapshot([view('a'), view('b')], { takenAt: inMinutes(1) }))
  expect(keepEqual(before, next).snapshot.identities).toBe(before.snapshot.identities)
})

test('a view keeps its reference also when it moves in the list', () => {
  const before = windowState(snapshot([view('a'), view('b')]))
  const next = windowState(snapshot([view('b'), view('a')]))
  expect(keepEqual(before, next).snapshot.identities[0]).toBe(before.snapshot.identities[1])
})

const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
const states = names.map((some) => windowState(snapshot(some.map((name) => view(name)))))

test('what is kept always says what main sent', () => {
  fc.assert(fc.property(states, states, (before, next) => isEqual(keepEqual(before, next), next)))
})

test('two pieces of plain data are the same exactly where their JSON is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [left, right] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))]
      expect([sameData(left, structuredClone(left)), sameData(left, right)]).toEqual([true, isEqual(left, right)])
    }),
  )
})

function isEqual(a: unknown, b: unknown): boolean {
  try {
    expect(a).toStrictEqual(b)
    return true
  } catch {
    return false
  }
}
