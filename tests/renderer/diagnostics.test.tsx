import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { windowState } from '../support/states/builders.ts'
import { click, renderApp } from '../support/window/rendered-app.tsx'

afterEach(cleanup)

async function open() {
  const app = await renderApp(windowState())
  await act(async () => app.pickScreen('diagnostics'))
  return app
}

test('shows all that would be handed on, and leaves names out unless the person wants them in', async () => {
  const { asked } = await open()
  expect(screen.getByRole('region', { name: 'All that it says' }).textContent).toContain('Linux 6.8.0 x64')
  await click(screen.getByRole('checkbox', { name: /^Leave out names/ }))
  expect(asked.filter(({ channel }) => channel === 'app/diagnose').map(({ input }) => input)).toEqual([
    { names: false, copy: false },
    { names: true, copy: false },
  ])
})

test('copies what is shown, and says so', async () => {
  const { asked } = await open()
  await click(screen.getByRole('button', { name: 'Copy' }))
  expect(asked.at(-1)).toEqual({ channel: 'app/diagnose', input: { names: false, copy: true } })
  expect(screen.getAllByText('Copied the diagnostics.').length).toBeGreaterThan(0)
})

test('a screen that the tray opens is not left under a dialog', async () => {
  const app = await renderApp(windowState())
  await click(screen.getByRole('button', { name: 'Work on…' }))
  await act(async () => app.pickScreen('help'))
  const dialogs = () => screen.getAllByRole('dialog').map((dialog) => dialog.getAttribute('aria-labelledby'))
  const before = dialogs()
  await act(async () => app.pickScreen('settings'))
  expect([before, screen.queryAllByRole('dialog').length]).toEqual([['help-title'], 0])
})

test('the tray opens the keys over what is shown, and they lead here', async () => {
  const app = await renderApp(windowState())
  await act(async () => app.pickScreen('help'))
  await click(screen.getByRole('button', { name: 'Diagnostics' }))
  expect(screen.getByRole('heading', { name: 'Diagnostics' })).toBeTruthy()
})
