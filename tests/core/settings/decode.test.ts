import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hours } from '#core/base/time'
import { changed, decodeSettings, settingsPatch } from '#core/settings/decode'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { identityName, profileName } from '../../support/states/builders.ts'

const CHOSEN = changed(DEFAULT_SETTINGS, {
  favourites: [identityName('staging')],
  profiles: { staging: profileName('work') },
  sets: [{ name: 'shop', identities: [identityName('staging')], hotkey: 'Ctrl+Alt+1' }],
  production: { tags: ['prod'], patterns: ['*-live'], deactivateAfter: hours(1) },
  notify: { before: hours(1), quiet: null, quietHours: { from: 1_320, to: 420 }, hideNames: true },
  view: { groupBy: 'account' },
  theme: 'dark',
})

test('what was kept comes back as it was', () => {
  expect(decodeSettings(JSON.parse(JSON.stringify(CHOSEN)))).toEqual(CHOSEN)
})

test('one field that cannot be read leaves the others as they were', () => {
  const kept = { ...CHOSEN, theme: 'mauve', lead: -4 }
  expect(decodeSettings(kept)).toEqual({ ...CHOSEN, theme: 'system', lead: null })
})

test('anything at all decodes to settings that can be kept', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...Object.keys(DEFAULT_SETTINGS)), (value, key) => {
      for (const raw of [value, { [key]: value }]) {
        const settings = decodeSettings(raw)
        expect(decodeSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
      }
    }),
  )
})

test.each([
  { theme: 'dark', sets: [{ name: 'shop' }] },
  { unknown: true },
  { profiles: { staging: 'DEFAULT' } },
  { profiles: { staging: 'two words' } },
  { helpersAtOnce: 0 },
  { view: { groupBy: 'colour' } },
])('the window may not send %j', (raw) => {
  expect(settingsPatch.safeParse(raw).success).toBe(false)
})
