import { expect, test } from 'vitest'
import { createFaceStore, moved, received } from '../../renderer/store.ts'
import { liveFor, snapshot, view, windowState } from '../support/states/builders.ts'
import { changesBetween } from '../support/states/changes-between.ts'

const before = windowState(snapshot([view('a'), view('b')]), { revision: 7 })
const after = {
  ...before.snapshot,
  identities: [...before.snapshot.identities.slice(0, 1), view('b', { state: liveFor(9) })],
}
const step = {
  from: 7,
  to: 8,
  trayShown: true,
  snoozed: null,
  hotkeys: [],
  changes: changesBetween(before.snapshot, after),
}

function faceWith(state = before) {
  const face = createFaceStore().getState()
  return { ...face, ...received(face, state) }
}

test('a change is taken in, and what it does not name stays the same object', () => {
  const next = moved(faceWith(), step)?.state
  expect([next?.revision, next?.snapshot.identities[0] === before.snapshot.identities[0]]).toEqual([8, true])
  expect(next?.snapshot).toEqual(after)
})

test('a change that does not follow on what the window holds is refused, so that it asks for the whole', () => {
  expect(moved(faceWith({ ...before, revision: 6 }), step)).toBeNull()
})

test('a window that holds nothing yet asks for the whole', () => {
  expect(moved(createFaceStore().getState(), step)).toBeNull()
})
