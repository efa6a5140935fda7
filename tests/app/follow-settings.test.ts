import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { followSettings } from '../../electron/app/follow-settings.ts'
import { settle } from '../support/world/fake-clock.ts'
import { fakeSettings } from '../support/world/fake-settings.ts'

/** A login item as the system keeps it, and everything that was done. */
async function followed(chosen: Partial<typeof DEFAULT_SETTINGS>, isOn: boolean) {
  const done: string[] = []
  const settings = fakeSettings({ ...DEFAULT_SETTINGS, ...chosen })
  const item = { isOn: async () => isOn, set: async (on: boolean) => void done.push(`login ${on}`) }
  const setTheme = (theme: string) => void done.push(`theme ${theme}`)
  const stop = followSettings({ settings, loginItem: item, setTheme, print: (line) => void done.push(line) })
  await settle()
  return { settings, done, stop }
}

test('the theme counts from the start, and at each change', async () => {
  const { settings, done, stop } = await followed({ theme: 'dark' }, false)
  await settings.change({ theme: 'light' })
  await settings.change({ menuBarTitle: true })
  stop()
  await settings.change({ theme: 'system' })
  expect(done).toEqual(['theme dark', 'theme light'])
})

test('start at login is switched as the person wants it', async () => {
  const { settings, done } = await followed({}, false)
  await settings.change({ startAtLogin: true })
  await settings.change({ startAtLogin: false })
  expect(done).toEqual(['theme system', 'login true', 'login false'])
})

test('an entry that is on is written anew at each start, for an AppImage moves (auto-launch#131)', async () => {
  expect((await followed({ startAtLogin: true }, true)).done).toEqual(['theme system', 'login true'])
})

test('who has switched it off in the system meant it', async () => {
  const { settings, done } = await followed({ startAtLogin: true }, false)
  expect(settings.current().startAtLogin).toBe(false)
  expect(done).not.toContain('login true')
})
