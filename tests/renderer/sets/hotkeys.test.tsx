import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { HotkeyView } from '#bridge/contract'
import { changed } from '#core/settings/decode'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { identityName, snapshot, view, windowState } from '../../support/states/builders.ts'
import { click, pressKey, renderApp } from '../../support/window/rendered-app.tsx'

afterEach(cleanup)

const SETS = [
  { name: 'shop', identities: [identityName('a')], hotkey: 'Ctrl+Alt+1' },
  { name: 'night', identities: [identityName('a')], hotkey: 'Ctrl+Shift+2' },
]

/** The dialog with the editor of shop open. */
async function editor(state: HotkeyView['state'] = 'heard') {
  const hotkeys = [{ set: 'shop', keys: 'Ctrl+Alt+1', state }]
  const shown = snapshot([view('a')], { settings: changed(DEFAULT_SETTINGS, { sets: SETS }) })
  const { asked } = await renderApp(windowState(shown, { hotkeys }))
  await pressKey('w')
  await click(screen.getByRole('button', { name: 'Edit shop' }))
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Hotkey, in every program' })
  const press = (init: object) => act(async () => fireEvent.keyDown(field, init))
  const inputs = (channel: string) => asked.flatMap((one) => (one.channel === channel ? [one.input] : []))
  return {
    saved: () => inputs('settings/change').at(-1),
    held: () => inputs('hotkeys/hold'),
    field,
    press,
    save: () => click(screen.getByRole('button', { name: 'Save' })),
  }
}

const told = () => document.querySelector('.set-note')?.textContent ?? ''

test('keys that are pressed in the field become the hotkey, and count when they are saved', async () => {
  const { saved, field, press, save } = await editor()
  await press({ key: 'S', code: 'KeyS', ctrlKey: true, shiftKey: true })
  expect([field.value, screen.getByText('Ctrl+Shift+S, counts when you save').role]).toEqual(['Ctrl+Shift+S', 'status'])
  await save()
  expect(saved()).toEqual({ sets: [{ ...SETS[0], hotkey: 'Ctrl+Shift+S' }, SETS[1]] })
})

test('one button clears it', async () => {
  const { saved, field, save } = await editor()
  await click(screen.getByRole('button', { name: 'Clear the hotkey' }))
  expect(field.value).toBe('')
  await save()
  expect(saved()).toEqual({ sets: [{ ...SETS[0], hotkey: null }, SETS[1]] })
})

test('keys that another set has are told, and saving moves them', async () => {
  const { saved, press, save } = await editor()
  await press({ key: '@', code: 'Digit2', ctrlKey: true, shiftKey: true })
  expect(told()).toBe('night has it now. Saving moves it here.')
  await save()
  expect(saved()).toEqual({
    sets: [
      { ...SETS[0], hotkey: 'Ctrl+Shift+2' },
      { ...SETS[1], hotkey: null },
    ],
  })
})

test('a hotkey that is refused says so on its set, and why beside its field', async () => {
  await editor('refused')
  expect(screen.getByText('hotkey not working')).toBeTruthy()
  expect(told()).toMatch(/^Not working: another program or set has it/)
})

test('where the desktop decides, the field says so', async () => {
  await editor('left-to-desktop')
  expect([screen.queryByText('hotkey not working'), told()]).toEqual([
    null,
    expect.stringMatching(/^On Wayland the desktop decides/),
  ])
})

test('of a hotkey that works nothing is said', async () => {
  await editor('heard')
  expect(told()).toBe('')
})

test('while the field has the focus the hotkeys of all sets are held, also when Enter takes the field away', async () => {
  const { field, save, held } = await editor()
  await act(async () => field.focus())
  expect(held()).toEqual([true])
  await save()
  expect(held().at(-1)).toBe(false)
})
