import { describe, expect, test } from 'vitest'
import { after, hours, minutes } from '#core/base/time'
import { identityName, NOW, problem, profileName } from '../support/states/builders.ts'
import { settle } from '../support/world/fake-clock.ts'
import { config, identity } from '../support/world/fake-config.ts'
import { active, begin, prepare } from '../support/world/running-world.ts'

const staging = identityName('staging')

describe('a restart', () => {
  test('runs no helper while the written session is still good, and renews it when due', async () => {
    const first = await begin([identity('staging')])
    await first.engine.activate(staging)
    await settle()
    const second = prepare([identity('staging')], first.memory.kept)
    second.files.sections.set(profileName('staging'), first.files.sections.get(profileName('staging')) as never)
    await second.start()
    expect([second.calls, second.state('staging')?.kind]).toEqual([[], 'live'])
    await second.clock.advance(minutes(46))
    expect(second.calls).toEqual(['staging'])
  })

  test('obtains again when somebody else has changed the section', async () => {
    const written = { fingerprint: 'of another key', since: NOW, expiresAt: after(NOW, hours(1)) }
    const { calls, state } = await begin([identity('staging')], active('staging', written))
    expect([calls, state('staging')?.kind]).toEqual([['staging'], 'live'])
  })

  test('is no activation: the history tells what the person did', async () => {
    const { history, state } = await begin([identity('staging')], active('staging'))
    expect([history.entries.map(({ what }) => what), state('staging')?.kind]).toEqual([['started', 'renewed'], 'live'])
  })

  test('remembers the active ones of a configuration that does not parse', async () => {
    const running = prepare([], active('staging'))
    running.config.breakWith(problem({ code: 'config/syntax' }))
    await running.start()
    expect(running.memory.kept.active.map(({ name }) => name)).toEqual(['staging'])
  })

  test('never starts what needs a person', async () => {
    const { calls, state } = await begin([identity('staging', { interactive: true })], active('staging'))
    expect([calls, state('staging')?.kind]).toEqual([[], 'needs-you'])
  })
})

describe('an edit of the configuration', () => {
  test('of something else refreshes nobody', async () => {
    const { engine, config: source, calls } = await begin([identity('staging')])
    await engine.activate(staging)
    source.edit(config({ ...identity('staging'), where: { file: 'x', line: 9, column: 9 } }, identity('new')))
    await settle()
    expect(calls).toEqual(['staging'])
  })

  test('of the command obtains with the new command', async () => {
    const { engine, config: source, calls } = await begin([identity('staging')])
    await engine.activate(staging)
    source.edit(config(identity('staging', { command: 'other' })))
    await settle()
    expect(calls).toEqual(['staging', 'other'])
  })

  test('that breaks it keeps the last good one running, and says so', async () => {
    const { engine, config: source, clock, calls } = await begin([identity('staging')])
    await engine.activate(staging)
    source.breakWith(problem({ code: 'config/syntax' }))
    await clock.advance(minutes(46))
    const { config: from, configProblems, identities } = engine.snapshot()
    expect([from.stale, configProblems.length, identities.length, calls.length]).toEqual([true, 1, 1, 2])
  })

  test('that removes an active identity takes its keys out, and brings it back with the identity', async () => {
    const { engine, config: source, files, state } = await begin([identity('staging')])
    await engine.activate(staging)
    source.edit(config())
    await settle()
    expect(files.sections.size).toBe(0)
    source.edit(config(identity('staging')))
    await settle()
    expect([files.sections.size, state('staging')?.kind]).toEqual([1, 'live'])
  })

  test('that renames the profile moves the keys', async () => {
    const { engine, config: source, files } = await begin([identity('staging')])
    await engine.activate(staging)
    source.edit(config(identity('staging', {}, { profile: profileName('other') })))
    await settle()
    expect([...files.sections.keys()]).toEqual(['other'])
  })
})

describe('the clock', () => {
  test('after a sleep longer than the session: one pass, fresh keys', async () => {
    const { engine, clock, calls, state } = await begin([identity('staging')])
    await engine.activate(staging)
    await clock.jumpTo(after(NOW, hours(9)))
    expect([calls.length, state('staging')]).toMatchObject([2, { kind: 'live', expiresAt: after(NOW, hours(10)) }])
  })

  test('nothing sleeps towards a deadline while nothing is active', async () => {
    const { clock } = await begin([identity('staging')])
    const before = clock.sleepers
    await clock.advance(hours(24))
    expect([before, clock.sleepers]).toEqual([1, 1])
  })
})

describe('paused', () => {
  test('renews nothing, tells what will end, and catches up afterwards', async () => {
    const { engine, clock, calls, files, state } = await begin([identity('staging')])
    await engine.activate(staging)
    await engine.setPaused(true)
    await clock.advance(minutes(55))
    expect([calls.length, state('staging')?.kind]).toEqual([1, 'expiring'])
    await clock.advance(minutes(10))
    expect([files.sections.size, state('staging')?.kind]).toEqual([0, 'expired'])
    await engine.setPaused(false)
    await settle()
    expect([calls.length, state('staging')?.kind]).toEqual([2, 'live'])
  })
})
