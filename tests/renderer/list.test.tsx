import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { changed } from '#core/settings/decode'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { after, hours, instant, minutes } from '#core/base/time'
import { identityName, liveFor, NOW, problem, snapshot, view, windowState } from '../support/states/builders.ts'
import { clockWords } from '../../renderer/parts/time-words.ts'
import { click, pressKey as key, renderApp } from '../support/window/rendered-app.tsx'

afterEach(cleanup)

const open = (views: readonly ReturnType<typeof view>[], settings = DEFAULT_SETTINGS) =>
  renderApp(windowState(snapshot(views, { settings })))
const prod = (name: string) => view(name, { isProduction: true })
const type = (words: string) =>
  act(async () => fireEvent.change(screen.getByLabelText('Filter identities'), { target: { value: words } }))

test('the filter says how many it lets through, and Esc clears it', async () => {
  await open([view('a'), view('b'), view('bb')])
  await type('b')
  const said = screen.getByRole('status', { name: 'Filter result' }).textContent
  await key('Escape')
  expect([said, screen.getAllByRole('row').length]).toEqual(['2 of 3 identities', 3])
})

test('the filter stays when what it shows is opened, and goes when it would hide who is shown', async () => {
  const { services } = await open([view('a'), view('b')])
  await type('b')
  await act(async () => services.actions.show(identityName('b')))
  const kept = services.store.getState().filter
  await act(async () => services.actions.show(identityName('a')))
  expect([kept, services.store.getState().filter]).toEqual(['b', ''])
})

test('why a renewal failed stands in its row', async () => {
  const state = { kind: 'failed', problem: problem(), keysSince: null, expiresAt: null, retryAt: null } as const
  await open([view('a', { state })])
  expect(screen.getByRole('row').textContent).toContain('aws-sso was not found.')
})

test('F makes a favourite and takes it back, and two presses build on each other', async () => {
  const { asked } = await open([view('a'), view('b', { isFavourite: true })], {
    ...DEFAULT_SETTINGS,
    favourites: [identityName('b')],
  })
  await key('End')
  await act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'f' })
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Home' })
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'f' })
  })
  expect(asked.slice(1).map(({ input }) => input)).toEqual([{ favourites: ['b', 'a'] }, { favourites: ['a'] }])
})

test('production is asked about before it is activated, and the answer says for how long it is', async () => {
  const settings = changed(DEFAULT_SETTINGS, { production: { tags: [], patterns: [], deactivateAfter: hours(2) } })
  const { asked } = await open([prod('p')], settings)
  await key('ArrowDown')
  await key('Enter')
  const question = screen.getByRole('alertdialog', { name: /Activate p\?/ }).textContent
  await click(screen.getByRole('button', { name: 'Activate production' }))
  expect([question?.includes('by itself after 2 h'), asked.at(-1)]).toEqual([
    true,
    { channel: 'session/activate', input: 'p' },
  ])
})

test('the question on production has the focus itself, so Enter answers nothing', async () => {
  const { asked } = await open([prod('p')])
  await key('ArrowDown')
  await key('Enter')
  expect(document.activeElement?.tagName).toBe('H2')
  await key('Enter')
  await key('Escape')
  expect([asked.length, screen.queryByRole('alertdialog')]).toEqual([1, null])
})

test('to deactivate production nobody is asked', async () => {
  const { asked } = await open([{ ...prod('p'), state: liveFor(5) }])
  await key('ArrowDown')
  await key('Enter')
  expect(asked.at(-1)).toEqual({ channel: 'session/deactivate', input: 'p' })
})

test('several are activated together, and what is refused for two of them is told once', async () => {
  const { asked, refuse } = await open([view('a'), view('b'), view('c', { state: liveFor(3) })])
  refuse('session/activate', problem({ message: 'No.' }))
  await key('ArrowDown')
  await act(async () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'a', ctrlKey: true }))
  await click(screen.getByRole('button', { name: 'Activate 2' }))
  expect(asked.slice(1).map(({ input }) => input)).toEqual(['a', 'b'])
  expect(screen.getByText('No. One more was refused as well.')).toBeDefined()
})

test('a selection acts on nobody that the filter hides', async () => {
  const { asked } = await open([view('a', { state: liveFor(3) }), view('b', { state: liveFor(4) })])
  await key('ArrowDown')
  await act(async () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'a', ctrlKey: true }))
  await type('b')
  await click(screen.getByRole('button', { name: 'Deactivate 1' }))
  expect(asked.slice(1)).toEqual([{ channel: 'session/deactivate', input: 'b' }])
})

test('in a selection R refreshes all of it, and what is inactive is left alone', async () => {
  const { asked } = await open([view('a', { state: liveFor(3) }), view('b', { state: liveFor(4) }), view('c')])
  await key('ArrowDown')
  await act(async () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'a', ctrlKey: true }))
  await key('r')
  expect(asked.slice(1).map(({ input }) => input)).toEqual([
    { name: 'a', mfaCode: null },
    { name: 'b', mfaCode: null },
  ])
})

test('what is selected goes into a set by name', async () => {
  const { asked } = await open([view('a'), view('b')])
  await key('ArrowDown')
  await key('x')
  await click(screen.getByRole('button', { name: 'Add to set…' }))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'New set' }))
  fireEvent.change(screen.getByRole('textbox', { name: 'New set' }), { target: { value: ' shop ' } })
  await click(screen.getByRole('button', { name: 'Save as set' }))
  expect(asked.at(-1)).toEqual({
    channel: 'settings/change',
    input: { sets: [{ name: 'shop', identities: ['a'], hotkey: null }] },
  })
})

test('one click works on a set; what is active already is left as it is', async () => {
  const sets = [{ name: 'shop', identities: ['a', 'b'].map(identityName), hotkey: null }]
  const { asked } = await open([view('a', { state: liveFor(5) }), view('b')], changed(DEFAULT_SETTINGS, { sets }))
  await key('w')
  await click(screen.getByRole('button', { name: 'Activate shop' }))
  expect(asked.slice(1)).toEqual([{ channel: 'session/activate', input: 'b' }])
})

test('moving along the list leaves the focus in the list, also where a code is asked for', async () => {
  const ask = { kind: 'sign-in' } as const
  await open([view('a', { state: { kind: 'needs-you', ask, keysSince: null, expiresAt: null } }), view('b')])
  await key('ArrowDown')
  await key('ArrowDown')
  await key('ArrowUp')
  expect(document.activeElement?.role).toBe('row')
})

test('production says when it is deactivated by itself, in its row and in its details', async () => {
  const endsForSafetyAt = after(NOW, minutes(5))
  await open([view('live-shop', { isProduction: true, state: liveFor(20), endsForSafetyAt })])
  const at = clockWords(endsForSafetyAt, instant(Date.now()))
  expect(screen.getAllByTitle(`Production: deactivated at ${at} by itself`).length).toBeGreaterThan(0)
  await key('ArrowDown')
  await key('ArrowRight')
  expect(screen.getByText(`at ${at} by itself, since it is production`)).toBeTruthy()
})
