import { afterEach, describe, expect, test } from 'vitest'
import { ProblemError } from '#core/base/problem'
import { hours, minutes } from '#core/base/time'
import type { Config } from '#core/config/config'
import { removalWords } from '#core/snapshot/removal'
import { identityName, problem, profileName } from '../support/states/builders.ts'
import { type World, world } from '../support/world/engine-world.ts'
import { settle } from '../support/world/fake-clock.ts'
import { config, identity, role } from '../support/world/fake-config.ts'

const staging = identityName('staging')
let running: World | null = null

async function begin(parsed: Config): Promise<World> {
  running = world(parsed)
  await running.start()
  return running
}

afterEach(async () => {
  await running?.engine.stop()
  running = null
})

describe('panic', () => {
  test('takes every managed section out and forgets every session, and says so', async () => {
    const { engine, files, state, memory } = await begin(
      config(identity('staging'), identity('base'), role('b', 'base')),
    )
    await engine.activate(staging)
    await engine.activate(identityName('b'))
    const removal = await engine.ending.panic()
    expect([files.sections.size, state('staging')?.kind, state('b')?.kind]).toEqual([0, 'inactive', 'inactive'])
    expect(removal).toEqual({ removed: ['staging', 'b'], failed: [], forgotten: 3 })
    await settle()
    expect(memory.kept.active).toEqual([])
  })

  test('takes out sections with our mark that no identity names any more', async () => {
    const { engine, files } = await begin(config(identity('staging')))
    await engine.activate(staging)
    const [keys] = files.sections.values()
    if (keys !== undefined) files.sections.set(profileName('left-behind'), keys)
    const { removed } = await engine.ending.panic()
    expect([removed, files.sections.size]).toEqual([['staging', 'left-behind'], 0])
  })

  test('ends the helpers that run, and what they print is not written', async () => {
    const { engine, files, answers, processes } = await begin(config(identity('staging')))
    answers.set('staging', { kind: 'hangs' })
    const pending = engine.activate(staging).catch(() => 'ended')
    await settle()
    await engine.ending.panic()
    expect([await pending, processes.running.now, files.sections.size]).toEqual(['ended', 0, 0])
  })

  test('names what it could not remove', async () => {
    const { engine, files } = await begin(config(identity('staging')))
    await engine.activate(staging)
    const readOnly = new ProblemError(problem({ code: 'file/write-failed', message: 'The folder is read-only.' }))
    files.remove = async () => Promise.reject(readOnly)
    const removal = await engine.ending.panic()
    expect(removal.failed).toEqual([{ profile: 'staging', problem: readOnly.problem }])
    expect(removalWords(removal)).toContain('Still there: staging (The folder is read-only.)')
  })

  test('nothing comes back by itself', async () => {
    const { engine, clock, calls, files } = await begin(config(identity('staging')))
    await engine.activate(staging)
    await engine.ending.panic()
    engine.wake()
    await clock.advance(hours(5))
    expect([calls.length, files.sections.size]).toEqual([1, 0])
  })
})

describe('an end that the person chose', () => {
  const chosen = (end: Config['end']): Config => ({ ...config(identity('staging')), ...(end && { end }) })
  const remove = { onQuit: 'remove', onLock: 'remove', idle: minutes(30) } as const
  const keep = { onQuit: 'keep', onLock: 'keep', idle: null } as const

  test('at lock the keys go, and they are back with the person', async () => {
    const { engine, clock, files, calls, state } = await begin(chosen(remove))
    await engine.activate(staging)
    expect((await engine.ending.end('lock')).removed).toEqual(['staging'])
    await clock.advance(hours(2))
    expect([files.sections.size, calls.length]).toEqual([0, 1])
    engine.ending.welcome()
    await settle()
    expect([files.sections.size, state('staging')?.kind]).toEqual([1, 'live'])
  })

  test('at quit the keys go and the wish stays for the next start', async () => {
    const { engine, files, memory } = await begin(chosen(remove))
    await engine.activate(staging)
    await engine.ending.end('quit')
    await engine.stop()
    expect([files.sections.size, memory.kept.active]).toEqual([
      0,
      [{ name: 'staging', profile: 'staging', activeSince: expect.any(Number), written: null }],
    ])
  })

  test.each(['quit', 'lock', 'idle'] as const)('at %s nothing happens where it was not chosen', async (why) => {
    const { engine, files } = await begin(chosen(keep))
    await engine.activate(staging)
    await engine.ending.end(why)
    expect(files.sections.size).toBe(1)
  })

  test('how long is idle stands in the configuration', async () => {
    const { engine } = await begin(chosen(remove))
    expect(engine.ending.idleLimit()).toBe(minutes(30))
  })
})

test('keys that have ended are told once they are taken out', async () => {
  const { engine, clock, answers, history } = await begin(config(identity('staging')))
  await engine.activate(staging)
  answers.set('staging', { kind: 'fails', problem: problem() })
  await clock.advance(minutes(61))
  expect(history.entries.filter(({ what }) => what === 'ended')).toMatchObject([{ identity: 'staging' }])
})
