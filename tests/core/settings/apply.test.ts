import { expect, test } from 'vitest'
import { hours, minutes } from '#core/base/time'
import { applySettings } from '#core/settings/apply'
import { changed, type SettingsPatch } from '#core/settings/decode'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { profileName } from '../../support/builders.ts'
import { config, identity } from '../../support/fake-config.ts'

const chosen = (patch: SettingsPatch) => changed(DEFAULT_SETTINGS, patch)

test('a person who chose nothing gets the configuration as it is written', () => {
  const written = config(identity('staging'))
  expect(applySettings(written, DEFAULT_SETTINGS)).toEqual(written)
})

test('a chosen profile, lead and notice win over the YAML', () => {
  const settings = chosen({
    profiles: { staging: profileName('work') },
    lead: minutes(30),
    notify: { ...DEFAULT_SETTINGS.notify, before: hours(1), quiet: true },
  })
  const { identities, notify } = applySettings(config(identity('staging'), identity('prod')), settings)
  expect(identities.map(({ profile, refresh }) => [profile, refresh.lead])).toEqual([
    ['work', minutes(30)],
    ['prod', minutes(30)],
  ])
  expect(notify).toEqual({ before: hours(1), quiet: true })
})

test('no choice writes two identities to one profile', () => {
  const written = config(identity('a'), identity('b'), identity('c'))
  const settings = chosen({ profiles: { a: profileName('b'), b: profileName('x'), c: profileName('x') } })
  expect(applySettings(written, settings).identities.map(({ profile }) => profile)).toEqual(['b', 'x', 'c'])
})
