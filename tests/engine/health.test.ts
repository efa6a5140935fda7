import { describe, expect, test } from 'vitest'
import type { Fault } from '#core/snapshot/fault'
import { createHealth } from '#engine/health'
import { identityName } from '../support/states/builders.ts'
import type { World } from '../support/world/engine-world.ts'
import { settle } from '../support/world/fake-clock.ts'
import { identity } from '../support/world/fake-config.ts'
import { begin, prepare } from '../support/world/running-world.ts'

const staging = identityName('staging')

/** With one live identity, and a note of each fault. */
async function running(): Promise<World & { readonly faults: Fault[] }> {
  const world = await begin([identity('staging')])
  const faults: Fault[] = []
  world.engine.health.onFault((fault) => void faults.push(fault))
  await world.engine.activate(staging)
  await settle()
  return { ...world, faults }
}

describe('when the loop that renews breaks', () => {
  async function broken() {
    const world = await running()
    world.clock.sleepUntil = () => Promise.reject(new Error('no timers'))
    world.engine.wake()
    await settle()
    return world
  }

  test('everybody hears of it, once', async () => {
    const { faults, engine } = await broken()
    engine.wake()
    await settle()
    expect([faults, engine.snapshot().fault]).toEqual([['stopped'], 'stopped'])
  })

  test('no renewal is promised any more, while the end of the keys is still told', async () => {
    const before = (await running()).view('staging')
    const after = (await broken()).view('staging')
    expect(before?.nextRefreshAt).not.toBe(null)
    expect(after?.nextRefreshAt).toBe(null)
    expect(after?.state).toMatchObject({ expiresAt: expect.any(Number) })
  })

  test('the news of it reach tray and window', async () => {
    const world = await running()
    const told: unknown[] = []
    world.engine.onChange(({ rest }) => void (rest === null || told.push(rest.fault)))
    world.clock.sleepUntil = () => Promise.reject(new Error('no timers'))
    world.engine.wake()
    await settle()
    expect(told.at(-1)).toBe('stopped')
  })
})

test('a configuration that can no longer be followed is a fault, and sessions go on', async () => {
  const world = prepare([identity('staging')])
  const faults: Fault[] = []
  world.engine.health.onFault((fault) => void faults.push(fault))
  const { readings } = world.config
  world.config.readings = async function* (signal) {
    for await (const reading of readings(signal)) {
      yield reading
      throw new Error('no watch')
    }
  }
  await world.start()
  await world.engine.activate(staging)
  await settle()
  expect([faults, world.state('staging')?.kind]).toEqual([['shaken'], 'live'])
  expect(world.view('staging')?.nextRefreshAt).not.toBe(null)
})

test('an engine that is stopped on purpose has no fault', async () => {
  const { engine, faults } = await running()
  await engine.stop()
  expect([faults, engine.health.fault()]).toEqual([[], null])
})

test('what is worse stays, whatever comes after it', () => {
  const health = createHealth(new AbortController().signal, () => undefined)
  health.hurt('shaken', null)
  health.hurt('stopped', null)
  health.hurt('shaken', null)
  expect(health.fault()).toBe('stopped')
})
