import { describe, expect, test } from 'vitest'
import { after, hours, instant, minutes } from '#core/base/time'
import { identityName, NOW, problem } from '../support/states/builders.ts'
import { settle } from '../support/world/fake-clock.ts'
import { identity, role } from '../support/world/fake-config.ts'
import { beginWith } from '../support/world/running-world.ts'

const staging = identityName('staging')
const broken = problem({ code: 'process/exit-nonzero', message: 'It exited with 1.' })

describe('after a night of sleep', () => {
  test('one pass obtains what ended, parents before their children', async () => {
    const { engine, clock, calls } = await beginWith(role('a-child', 'root'), identity('root'), identity('other'))
    for (const name of ['a-child', 'root', 'other']) await engine.activate(identityName(name))
    calls.length = 0
    await clock.jumpTo(after(NOW, hours(9)))
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['root', 'other', expect.stringContaining('role/a-child')])
  })

  test('what needs AWS waits for the network, and a helper does not', async () => {
    const { engine, clock, network, calls, state } = await beginWith(identity('root'), role('staging', 'root'))
    await engine.activate(identityName('root'))
    await engine.activate(staging)
    calls.length = 0
    network.set(false)
    await clock.jumpTo(after(NOW, hours(9)))
    const before = [calls.length, state('root')?.kind, state('staging')?.kind]
    network.set(true)
    await settle()
    expect([before, state('staging')?.kind]).toEqual([[1, 'live', 'expired'], 'live'])
  })

  test('keys that ended meanwhile leave the file although the network is away', async () => {
    const { engine, clock, network, files } = await beginWith(identity('root'), role('staging', 'root'))
    await engine.activate(staging)
    network.set(false)
    await clock.jumpTo(after(NOW, hours(9)))
    expect(files.sections.size).toBe(0)
  })

  test('nobody looks at the network while nothing that needs it is due', async () => {
    const { engine, clock, network } = await beginWith(identity('root'), role('staging', 'root'))
    await engine.activate(staging)
    const before = network.looks
    await clock.jumpTo(after(NOW, minutes(5)))
    engine.wake()
    await settle()
    expect(network.looks).toBe(before)
  })

  test('no interactive step starts, all of them are asked for in one breath', async () => {
    const names = ['a', 'b', 'c']
    const { engine, clock, calls } = await beginWith(...names.map((name) => identity(name, { interactive: true })))
    for (const name of names) await engine.activate(identityName(name))
    calls.length = 0
    const told: number[] = []
    const asking = () => engine.snapshot().identities.filter(({ state }) => state.kind === 'needs-you').length
    engine.onChange(() => told.push(asking()))
    await clock.jumpTo(after(NOW, hours(9)))
    expect([calls, told.includes(1), told.at(-1)]).toEqual([[], false, 3])
  })

  test('two events for one resume cause one pass', async () => {
    const { engine, clock, calls } = await beginWith(identity('staging'))
    await engine.activate(staging)
    await clock.jumpTo(after(NOW, hours(9)))
    engine.wake()
    engine.wake()
    await settle()
    expect(calls.length).toBe(2)
  })
})

describe('a clock that was set back', () => {
  test('a failure of the future is tried again at once, not in three hours', async () => {
    const { engine, clock, answers, state } = await beginWith(identity('staging'))
    answers.set('staging', { kind: 'fails', problem: broken })
    await clock.jumpTo(after(NOW, hours(3)))
    await engine.activate(staging).catch(() => undefined)
    answers.delete('staging')
    await clock.jumpTo(NOW)
    expect(state('staging')?.kind).toBe('live')
  })

  test('a session that begins in the future is renewed one lead before its end, and once', async () => {
    const { engine, clock, calls, state } = await beginWith(identity('staging'))
    await engine.activate(staging)
    await clock.jumpTo(instant(NOW - hours(2)))
    expect(calls.length).toBe(1)
    await clock.advance(minutes(166))
    expect([calls.length, state('staging')?.kind]).toEqual([2, 'live'])
  })
})

describe('a helper that fails for ever', () => {
  test('is given up after eight tries, about an hour, and a person is asked to look', async () => {
    const { engine, clock, calls, answers, state } = await beginWith(identity('staging'))
    answers.set('staging', { kind: 'fails', problem: broken })
    await engine.activate(staging).catch(() => undefined)
    await clock.advance(hours(30))
    expect([calls.length, state('staging')]).toMatchObject([
      8,
      { kind: 'needs-you', ask: { kind: 'look', problem: broken, tries: 8 } },
    ])
  })

  test('is not given up while the whole network is away, and recovers with it', async () => {
    const { engine, clock, network, calls, answers, state } = await beginWith(identity('staging'))
    answers.set('staging', { kind: 'fails', problem: broken })
    await engine.activate(staging).catch(() => undefined)
    network.set(false)
    await clock.advance(hours(10))
    const offline = [calls.length > 40, state('staging')?.kind]
    network.set(true)
    answers.delete('staging')
    await clock.advance(minutes(11))
    expect([offline, state('staging')?.kind]).toEqual([[true, 'failed'], 'live'])
  })

  test('is tried again when the machine wakes somewhere else', async () => {
    const { engine, clock, answers, state } = await beginWith(identity('staging'))
    answers.set('staging', { kind: 'fails', problem: broken })
    await engine.activate(staging).catch(() => undefined)
    await clock.advance(hours(3))
    answers.delete('staging')
    await clock.jumpTo(after(NOW, hours(20)))
    expect(state('staging')?.kind).toBe('live')
  })

  test('is tried again when a person says so', async () => {
    const { engine, clock, answers, state } = await beginWith(identity('staging'))
    answers.set('staging', { kind: 'fails', problem: broken })
    await engine.activate(staging).catch(() => undefined)
    await clock.advance(hours(3))
    answers.delete('staging')
    await engine.refresh(staging, null)
    expect(state('staging')?.kind).toBe('live')
  })
})
