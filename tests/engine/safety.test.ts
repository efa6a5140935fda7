import { describe, expect, test } from 'vitest'
import { after, before, hours, minutes } from '#core/base/time'
import type { Settings } from '#core/settings/settings'
import { createTeller } from '#core/notices/notices'
import { createRoster } from '#core/snapshot/roster'
import { identityName } from '../support/states/builders.ts'
import { world } from '../support/world/engine-world.ts'
import { settle } from '../support/world/fake-clock.ts'
import { config, identity } from '../support/world/fake-config.ts'

const prod = identityName('prod')
const PEOPLE = config(identity('prod', {}, { tags: ['production'] }), identity('dev'))
const RULE: Settings['production'] = { tags: ['production'], patterns: [], deactivateAfter: hours(2) }

async function desk(remembered?: Parameters<typeof world>[1]) {
  const of = world(PEOPLE, remembered)
  await of.settings.change({ production: RULE })
  await of.start()
  const pass = async (time: ReturnType<typeof hours>) => {
    await of.clock.advance(time)
    await settle()
  }
  return { ...of, pass, [Symbol.asyncDispose]: () => of.engine.stop() }
}

describe('production is deactivated by itself', () => {
  test('after the time that the person chose, however often it was renewed, and its keys leave the file', async () => {
    await using at = await desk()
    await at.engine.activate(prod)
    const end = after(at.clock.now(), hours(2))
    expect(at.view('prod')?.endsForSafetyAt).toBe(end)
    await at.pass(minutes(50))
    await at.pass(minutes(50))
    expect([at.view('prod')?.endsForSafetyAt, at.calls.length > 1]).toEqual([end, true])
    await at.pass(minutes(20))
    expect([at.state('prod')?.kind, at.view('prod')?.endsForSafetyAt, at.files.sections.size]).toEqual([
      'inactive',
      null,
      0,
    ])
    expect(await at.history.read()).toContainEqual(expect.objectContaining({ what: 'removed', code: 'production' }))
  })

  test('also while refreshing is paused', async () => {
    await using at = await desk()
    await at.engine.activate(prod)
    await at.engine.setPaused(true)
    await at.pass(hours(2))
    expect(at.state('prod')?.kind).toBe('inactive')
  })

  test('and what is not production goes on', async () => {
    await using at = await desk()
    await at.engine.activate(identityName('dev'))
    await at.pass(hours(3))
    expect([at.view('dev')?.endsForSafetyAt, at.state('dev')?.kind]).toEqual([null, 'live'])
  })

  test('a rule that is made later counts from the activation too', async () => {
    await using at = await desk()
    await at.settings.change({ production: { ...RULE, deactivateAfter: null } })
    await at.engine.activate(prod)
    await at.pass(minutes(40))
    await at.settings.change({ production: { ...RULE, deactivateAfter: minutes(30) } })
    await settle()
    expect(at.state('prod')?.kind).toBe('inactive')
  })

  test('the time goes on over a restart', async () => {
    const first = await desk()
    await first.engine.activate(prod)
    await first.pass(minutes(90))
    await first.engine.stop()
    const saved = first.memory.kept
    await using second = await desk(saved)
    expect(second.view('prod')?.endsForSafetyAt).toBe(after(first.clock.now(), minutes(30)))
  })

  test('a clock that is set back puts nothing off', async () => {
    await using at = await desk()
    await at.engine.activate(prod)
    await at.pass(minutes(90))
    await at.clock.jumpTo(before(at.clock.now(), hours(5)))
    await settle()
    expect(at.view('prod')?.endsForSafetyAt).toBe(after(at.clock.now(), minutes(30)))
    await at.pass(minutes(30))
    expect(at.state('prod')?.kind).toBe('inactive')
  })

  test('a clock that was set back while nobody watched begins the time anew, and no later', async () => {
    const first = await desk()
    await first.engine.activate(prod)
    await first.engine.stop()
    const { kept } = first.memory
    const late = kept.active.map((each) => ({ ...each, activeSince: after(first.clock.now(), hours(9)) }))
    await using second = await desk({ ...kept, active: late })
    expect(second.view('prod')?.endsForSafetyAt).toBe(after(second.clock.now(), hours(2)))
  })

  test('an activation begins anew', async () => {
    await using at = await desk()
    await at.engine.activate(prod)
    await at.pass(minutes(90))
    await at.engine.deactivate(prod)
    await at.engine.activate(prod)
    expect(at.view('prod')?.endsForSafetyAt).toBe(after(at.clock.now(), hours(2)))
  })
})

test('it is told once, and a deactivation by hand is not', async () => {
  await using at = await desk()
  const first = at.engine.snapshot()
  const [roster, teller] = [createRoster(first), createTeller(first, true)]
  const told: string[] = []
  at.engine.onChange((changes) =>
    told.push(...teller.tell(roster.take(changes), false).notices.map(({ title }) => title)),
  )
  await at.engine.activate(prod)
  await at.engine.deactivate(prod)
  await settle()
  expect(told).toEqual([])
  await at.engine.activate(prod)
  await at.pass(hours(2))
  await at.pass(hours(2))
  expect(told).toEqual(['prod was deactivated'])
})
