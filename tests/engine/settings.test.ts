import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { identityName, profileName } from '../support/builders.ts'
import { world } from '../support/engine-world.ts'
import { settle } from '../support/fake-clock.ts'
import { config, identity } from '../support/fake-config.ts'

const staging = identityName('staging')

test('another profile name moves the keys to it, and leaves none behind', async () => {
  const { engine, start, settings, files } = world(config(identity('staging')))
  await start()
  await engine.activate(staging)
  await settings.change({ profiles: { staging: profileName('work') } })
  await settle()
  expect([...files.sections.keys()]).toEqual(['work'])
  await engine.stop()
})

test('a choice is seen by tray and window, and ends no session', async () => {
  const { engine, start, settings, view, calls } = world(config(identity('staging', {}, { tags: ['live'] })))
  await start()
  await engine.activate(staging)
  await settings.change({ favourites: [staging], production: { ...DEFAULT_SETTINGS.production, tags: ['live'] } })
  await settle()
  expect(view('staging')).toMatchObject({ isFavourite: true, isProduction: true, state: { kind: 'live' } })
  expect(engine.snapshot().settings.favourites).toEqual([staging])
  expect(calls).toEqual(['staging'])
  await engine.stop()
})
