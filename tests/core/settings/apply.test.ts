import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hours, minutes } from '#core/base/time'
import { applySettings } from '#core/settings/apply'
import { changed, type SettingsPatch } from '#core/settings/decode'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { profileName } from '../../support/states/builders.ts'
import { config, identity } from '../../support/world/fake-config.ts'

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

describe('a choice that is passed over', () => {
  test('is told, with who has the name and what is used instead', () => {
    const settings = chosen({ profiles: { staging: profileName('prod') } })
    expect(applySettings(config(identity('staging'), identity('prod')), settings).notes).toEqual([
      {
        code: 'config/duplicate-profile',
        message:
          'The profile name you chose for "staging", prod, is taken by "prod", so "staging" is written to staging.',
        hint: 'Choose another name in the details of "staging", under Profile.',
      },
    ])
  })

  test('gives its own name back to nobody else', () => {
    const written = config(identity('a'), identity('b'), identity('c'))
    const settings = chosen({ profiles: { a: profileName('b'), b: profileName('c') } })
    const { identities, notes } = applySettings(written, settings)
    expect([identities.map(({ profile }) => profile), notes.length]).toEqual([['a', 'b', 'c'], 2])
  })
})

test('whatever is chosen, nobody shares a profile, and each choice is done or told', () => {
  const NAMES = ['a', 'b', 'c', 'd', 'e']
  const wish = fc.constantFrom(...NAMES, 'x', 'y')
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...NAMES), wish), (wishes) => {
      const profiles = Object.fromEntries(Object.entries(wishes).map(([name, one]) => [name, profileName(one)]))
      const { identities, notes } = applySettings(config(...NAMES.map((name) => identity(name))), chosen({ profiles }))
      const missed = identities.filter(({ name, profile }) => (profiles[name] ?? profile) !== profile)
      expect([new Set(identities.map(({ profile }) => profile)).size, notes.length]).toEqual([
        NAMES.length,
        missed.length,
      ])
    }),
  )
})
