import { afterEach, expect, test } from 'vitest'
import { minutes } from '#core/base/time'
import { identityName } from '../support/states/builders.ts'
import { settle } from '../support/world/fake-clock.ts'
import { config, identity, role } from '../support/world/fake-config.ts'
import { type World, world } from '../support/world/engine-world.ts'

const base = identityName('base')
const staging = identityName('staging')

let running: World | null = null
async function begin(): Promise<World> {
  running = world(config(identity('base'), role('staging', 'base')))
  await running.start()
  return running
}
afterEach(async () => {
  await running?.engine.stop()
  running = null
})

test('a helper that hangs is ended by whoever waits for it, and tried again later', async () => {
  const the = await begin()
  the.answers.set('base', { kind: 'hangs' })
  const pending = the.engine.activate(staging).catch((error: unknown) => error)
  await settle()
  the.engine.cancel(staging)
  expect(await pending).toMatchObject({ problem: { code: 'process/cancelled' } })
  expect([the.processes.running.now, the.state('staging')]).toMatchObject([0, { kind: 'failed' }])
  the.answers.delete('base')
  await the.clock.advance(minutes(2))
  expect(the.state('staging')?.kind).toBe('live')
})

test('cancelling ends nobody else, and nothing where nothing runs', async () => {
  const the = await begin()
  await the.engine.activate(base)
  the.engine.cancel(base)
  the.engine.cancel(staging)
  await settle()
  expect([the.state('base')?.kind, the.state('staging')?.kind]).toEqual(['live', 'inactive'])
})
