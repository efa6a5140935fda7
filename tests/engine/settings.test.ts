import { expect, test } from 'vitest'
import { minutes } from '#core/base/time'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { identityName, profileName } from '../support/states/builders.ts'
import { world } from '../support/world/engine-world.ts'
import { settle } from '../support/world/fake-clock.ts'
import { config, identity } from '../support/world/fake-config.ts'

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

test('what the configuration says is still told where the person chose otherwise', async () => {
  const written = { ...config(identity('staging')), lead: minutes(30), notify: { before: minutes(3), quiet: false } }
  const { engine, start, settings, view } = world(written)
  await start()
  await settings.change({ lead: minutes(5), notify: { ...DEFAULT_SETTINGS.notify, before: minutes(1) } })
  await settle()
  const { asWritten, notify } = engine.snapshot()
  expect(asWritten).toEqual({ lead: minutes(30), before: minutes(3) })
  expect([notify.before, view('staging')?.renewal.lead]).toEqual([minutes(1), minutes(5)])
  await engine.stop()
})
