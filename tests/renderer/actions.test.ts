import { expect, test } from 'vitest'
import { createActions } from '../../renderer/actions.ts'
import { createFaceStore, received } from '../../renderer/store.ts'
import {
  identityName,
  liveFor,
  problem,
  snapshot,
  view,
  waitingForTrust,
  windowState,
} from '../support/states/builders.ts'
import { createFakeBridge } from '../support/window/fake-bridge.ts'

function setUp(...views: readonly ReturnType<typeof view>[]) {
  const state = windowState(snapshot(views))
  const fake = createFakeBridge(state)
  const store = createFaceStore()
  store.setState((face) => received(face, state))
  return { fake, store, actions: createActions(fake.bridge, store) }
}

test('toggle activates what is inactive and deactivates what is active', async () => {
  const { fake, actions } = setUp()
  await actions.toggle(view('off'))
  await actions.toggle(view('on', { state: liveFor(10) }))
  expect(fake.asked).toEqual([
    { channel: 'session/activate', input: 'off' },
    { channel: 'session/deactivate', input: 'on' },
  ])
})

test('what is not handled cannot be toggled', async () => {
  const { fake, actions } = setUp()
  await actions.toggle(view('azure', { state: { kind: 'not-handled', because: problem() } }))
  expect(fake.asked).toEqual([])
})

test('what main refuses is shown until it is dismissed', async () => {
  const { fake, store, actions } = setUp()
  fake.refuse('session/refresh', problem({ message: 'No.' }))
  await actions.refresh(identityName('a'))
  const shown = store.getState().refused?.message
  actions.dismissRefusal()
  expect([shown, store.getState().refused]).toEqual(['No.', null])
})

test('what only a person can answer is asked in the details, and raises no card', async () => {
  const { fake, store, actions } = setUp(view('mfa'))
  fake.refuse('session/activate', problem({ code: 'session/needs-person' }))
  await actions.toggle(view('mfa'))
  const { selected, detailsOpen, refused } = store.getState()
  expect({ selected, detailsOpen, refused }).toEqual({ selected: 'mfa', detailsOpen: true, refused: null })
})

test('a main process that is gone is a problem with a way out', async () => {
  const { fake, store } = setUp()
  const gone = { ...fake.bridge, request: () => Promise.reject(new Error('no handler')) }
  await createActions(gone, store).openConfig()
  expect(store.getState().refused?.code).toBe('app/unexpected')
})

test('a request is pending exactly while it is on its way', async () => {
  const { store, actions } = setUp()
  const done = actions.refresh(identityName('a'))
  const during = [...store.getState().pending]
  await done
  expect([during, [...store.getState().pending]]).toEqual([['session/refresh a'], []])
})

test('a refused code comes back to the field and raises no card', async () => {
  const { fake, store, actions } = setUp()
  fake.refuse('session/refresh', problem({ code: 'sts/mfa-code-refused' }))
  const refused = await actions.sendCode(identityName('a'), '123456')
  expect([refused?.code, store.getState().refused]).toEqual(['sts/mfa-code-refused', null])
})

test('copying says what was copied', async () => {
  const { store, actions } = setUp()
  await actions.copyProfile(view('staging'))
  expect(store.getState().note).toBe('Copied AWS_PROFILE=staging')
})

test('who copies a profile of the demo is told that it alone leads no tool there', async () => {
  const { store, actions } = setUp()
  const state = windowState(snapshot([], { config: { file: '/app/demo.yaml', demo: true, stale: false } }))
  store.setState((face) => received(face, state))
  await actions.copyProfile(view('staging'))
  expect(store.getState().note).toContain('Copy exports')
})

test('after an approval the next step is named: nothing, or to activate what one works with', async () => {
  const note = async (isActive: boolean) => {
    const { store, actions } = setUp(view('a', { state: { ...waitingForTrust('a'), isActive } }))
    await actions.approveTrust('d1')
    return store.getState().note
  }
  expect([await note(true), await note(false)]).toEqual([
    'Approved. What waited for it goes on.',
    'Approved. Now activate what you work with.',
  ])
})

test('rows hold still while states change, and the active ones rise when the filter does', () => {
  const { store, actions } = setUp(view('a'), view('b'))
  const next = windowState(snapshot([view('a'), view('b', { state: liveFor(5) })]))
  store.setState((face) => received(face, next))
  const held = store.getState().order
  actions.setFilter('x')
  expect([held, store.getState().order]).toEqual([
    ['a', 'b'],
    ['b', 'a'],
  ])
})
