import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Snapshot } from '#core/snapshot/snapshot'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { problem, snapshot, trustQuestion, view, waitingForTrust, windowState } from '../../support/states/builders.ts'
import { click, renderApp } from '../../support/window/rendered-app.tsx'

afterEach(cleanup)

const first = (views: readonly ReturnType<typeof view>[], changes: Partial<Snapshot> = {}) =>
  renderApp(windowState(snapshot(views, { settings: DEFAULT_SETTINGS, ...changes })))
const welcome = () => screen.queryByRole('region', { name: /found|demo/ })

test('the first step is the approval, as long as nothing can be activated without it', async () => {
  const { push } = await first([view('a', { state: waitingForTrust('a') })], { trust: trustQuestion() })
  const steps = () => screen.getAllByRole('listitem').map((item) => item.textContent)
  const before = steps()
  await act(async () => push(windowState(snapshot([view('a')], { settings: DEFAULT_SETTINGS }))))
  expect([before[0], steps()[0]]).toEqual([
    'Review what it would run, and approve it, once.',
    'Activate what you work with.',
  ])
})

test('nobody is told to close the window where that would quit', async () => {
  const { push } = await first([view('a')])
  const last = () => screen.getAllByRole('listitem').at(-1)?.textContent
  const before = last()
  await act(async () => push(windowState(snapshot([view('a')], { settings: DEFAULT_SETTINGS }), { trayShown: false })))
  expect([before, last()]).toEqual([
    'Close this window. Credtray renews ahead of time, and calls you only when it needs you.',
    'Leave this window open, or minimize it. Credtray renews ahead of time, and calls you only when it needs you.',
  ])
})

test('one identity stands in the file, and two do', async () => {
  await first([view('a')])
  expect(welcome()?.textContent).toContain('It stands in')
  cleanup()
  await first([view('a'), view('b')])
  expect(welcome()?.textContent).toContain('They stand in')
})

test('who has profiles that sign in is told beside the demo how Credtray gets their keys', async () => {
  const note = problem({ code: 'config/signs-in', message: '"corp" signs in.', hint: 'Add a profile.' })
  await first([view('a')], { config: { file: '/demo.yaml', demo: true, stale: false }, configNotes: [note] })
  expect(welcome()?.textContent).toContain('"corp" signs in.Add a profile.')
  expect(welcome()?.textContent).not.toContain('config.yaml')
})

test('what only the AWS tools use is not counted as found', async () => {
  const because = problem({ code: 'identity/not-handled' })
  const config = { file: '/aws/config', demo: false, stale: false, imported: true }
  await first([view('a'), view('b', { state: { kind: 'not-handled', because } })], { config })
  expect(screen.getByRole('heading', { name: 'One identity found in your AWS config' })).toBeTruthy()
})

test('a pause can be ended where it is told, on every screen', async () => {
  const { asked } = await first([view('a')], { paused: true })
  await click(screen.getByRole('button', { name: 'Settings' }))
  await click(screen.getByRole('button', { name: 'Resume now' }))
  expect(asked).toContainEqual({ channel: 'app/set-paused', input: false })
})

test('a demo is marked as one wherever the welcome does not say so, also before it was put away', async () => {
  await first([view('a')], { config: { file: '/demo.yaml', demo: true, stale: false } })
  const beside = screen.queryByText('Nothing here is real', { exact: false })
  await click(screen.getByRole('button', { name: 'Settings' }))
  expect([beside, screen.queryByText('Nothing here is real', { exact: false }) === null]).toEqual([null, false])
})
