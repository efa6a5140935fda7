import { afterEach, describe, expect, test } from 'vitest'
import { ProblemError } from '#core/base/problem'
import { after, hours, minutes } from '#core/base/time'
import type { Identity } from '#core/identity/identity'
import type { Remembered } from '#core/session/remembered'
import { identityName, NOW, problem, profileName } from '../support/states/builders.ts'
import { type World, world } from '../support/world/engine-world.ts'
import { settle } from '../support/world/fake-clock.ts'
import { config, identity, role } from '../support/world/fake-config.ts'
import { problemOf } from '../support/world/problem-of.ts'

const staging = identityName('staging')
const locked = new ProblemError(problem({ code: 'file/locked', message: 'Another program writes it.' }))
let running: World | null = null

async function begin(identities: readonly Identity[], remembered?: Remembered): Promise<World> {
  running = world(config(...identities), remembered)
  await running.start()
  return running
}

afterEach(async () => {
  await running?.engine.stop()
  running = null
})

/** A promise and the hand that resolves it. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open: () => open() }
}

const inProfile = (name: string, profile: string): Identity => identity(name, {}, { profile: profileName(profile) })

describe('an edit while the helper runs', () => {
  test('of the command: its answer is thrown away, and the new command runs', async () => {
    const { engine, config: source, answers, calls, files } = await begin([identity('staging')])
    const { opened, open } = gate()
    answers.set('staging', { kind: 'waits', until: opened, answer: { kind: 'keys', life: hours(1) } })
    const activated = engine.activate(staging)
    source.edit(config(identity('staging', { command: 'other' })))
    await settle()
    open()
    await activated
    expect([calls, files.writes.map(({ accessKeyId }) => accessKeyId)]).toEqual([
      ['staging', 'other'],
      ['ASIAEXAMPLE000000002'],
    ])
  })

  test('of a helper that fails: the new one is asked, and the old failure is not told', async () => {
    const { engine, config: source, answers, state } = await begin([identity('staging')])
    const { opened, open } = gate()
    answers.set('staging', { kind: 'waits', until: opened, answer: { kind: 'fails', problem: problem() } })
    const activated = engine.activate(staging)
    source.edit(config(identity('staging', { command: 'other' })))
    await settle()
    open()
    await activated
    expect(state('staging')?.kind).toBe('live')
  })

  test('of the profile: nothing stays in the profile of before', async () => {
    const { engine, config: source, answers, files } = await begin([identity('staging')])
    const { opened, open } = gate()
    answers.set('staging', { kind: 'waits', until: opened, answer: { kind: 'keys', life: hours(1) } })
    const activated = engine.activate(staging)
    source.edit(config(inProfile('staging', 'other')))
    await settle()
    open()
    await activated
    expect([...files.sections.keys()]).toEqual(['other'])
  })

  test('that drops the identity: nothing is written, and whoever waits hears why', async () => {
    const { engine, config: source, answers, files } = await begin([identity('staging')])
    const { opened, open } = gate()
    answers.set('staging', { kind: 'waits', until: opened, answer: { kind: 'keys', life: hours(1) } })
    const activated = problemOf(engine.activate(staging))
    source.edit(config())
    await settle()
    open()
    expect([(await activated).code, files.writes]).toEqual(['identity/unknown', []])
  })
})

describe('an edit of the profiles', () => {
  test('that swaps two of them leaves keys of ours in both', async () => {
    const { engine, config: source, files, calls } = await begin([identity('one'), identity('two')])
    await engine.activate(identityName('one'))
    await engine.activate(identityName('two'))
    source.edit(config(inProfile('one', 'two'), inProfile('two', 'one')))
    await settle()
    expect([[...files.sections.keys()].toSorted(), calls.length]).toEqual([['one', 'two'], 4])
  })

  test('that hands the profile of a dropped identity to another leaves it the keys of the other', async () => {
    const { engine, config: source, files } = await begin([identity('one'), identity('two')])
    await engine.activate(identityName('one'))
    await engine.activate(identityName('two'))
    source.edit(config(inProfile('two', 'one')))
    await settle()
    expect([...files.sections.keys()]).toEqual(['one'])
  })

  test('that drops an identity takes its keys out, even where it was only refreshed once', async () => {
    const { engine, config: source, files } = await begin([identity('staging')])
    await engine.refresh(staging, null)
    source.edit(config())
    await settle()
    expect(files.sections.size).toBe(0)
  })

  test('made while Credtray was off moves the keys at the next start', async () => {
    const first = await begin([identity('staging')])
    await first.engine.activate(staging)
    await settle()
    const second = world(config(inProfile('staging', 'other')), first.memory.kept)
    for (const [profile, credentials] of first.files.sections) second.files.sections.set(profile, credentials)
    await second.start()
    expect([...second.files.sections.keys()]).toEqual(['other'])
    await second.engine.stop()
  })
})

describe('keys that cannot be taken out', () => {
  test('when they end are told, and tried again every minute until they are gone', async () => {
    const { engine, clock, files, answers, state } = await begin([
      identity('staging', {}, { refresh: { mode: 'manual', lead: minutes(15) } }),
    ])
    answers.set('staging', { kind: 'keys', life: hours(1) })
    await engine.activate(staging)
    files.failRemovals = locked
    await clock.advance(minutes(61))
    const told = state('staging')
    files.failRemovals = null
    await clock.advance(minutes(1))
    expect([told, files.sections.size]).toMatchObject([{ problem: { code: 'file/locked' } }, 0])
  })

  test('do not keep the identity from being renewed', async () => {
    const { engine, clock, files, answers, state } = await begin([identity('staging')])
    await engine.activate(staging)
    answers.set('staging', { kind: 'fails', problem: problem() })
    files.failRemovals = locked
    await clock.advance(minutes(61))
    answers.delete('staging')
    await clock.advance(minutes(11))
    expect(state('staging')?.kind).toBe('live')
  })

  test('at a deactivation leave when they end', async () => {
    const { engine, clock, files } = await begin([identity('staging')])
    await engine.activate(staging)
    files.failRemovals = locked
    const { code } = await problemOf(engine.deactivate(staging))
    files.failRemovals = null
    await clock.advance(minutes(61))
    expect([code, files.sections.size]).toEqual(['file/locked', 0])
  })
})

test('whoever asks for a parent to be written while a child renews it gets it written', async () => {
  const { engine, answers, files } = await begin([identity('base'), role('staging', 'base')])
  const { opened, open } = gate()
  answers.set('base', { kind: 'waits', until: opened, answer: { kind: 'keys', life: hours(1) } })
  const both = Promise.all([engine.activate(staging), engine.refresh(identityName('base'), null)])
  open()
  await both
  expect([...files.sections.keys()].toSorted()).toEqual(['base', 'staging'])
})

describe('only looking', () => {
  const written = { fingerprint: 'print of ASIAEXAMPLE', since: NOW, expiresAt: after(NOW, hours(1)) }
  const remembered: Remembered = {
    paused: false,
    active: [{ name: staging, profile: profileName('staging'), written }],
  }

  test('at another configuration takes nobody out of the file, and forgets nothing', async () => {
    const { engine, files, memory } = world(config(identity('other')), remembered)
    await engine.load()
    await settle()
    await engine.stop()
    expect([files.removed, memory.kept]).toEqual([[], remembered])
  })

  test('at the own configuration runs nothing', async () => {
    const { engine, calls, memory } = world(config(identity('staging')), remembered)
    await engine.load()
    await settle()
    await engine.stop()
    expect([calls, memory.kept]).toEqual([[], remembered])
  })

  test('and then refreshing remembers what was written', async () => {
    const { engine, memory } = world(config(identity('staging')), remembered)
    await engine.load()
    await engine.refresh(staging, null)
    await engine.stop()
    expect(memory.kept.active[0]?.written?.fingerprint).toBe('print of ASIAEXAMPLE000000001')
  })
})

test('a data folder that cannot be written stops no renewal, and no end', async () => {
  const { engine, clock, memory, calls } = await begin([identity('staging')])
  memory.save = () => Promise.reject(new Error('ENOSPC'))
  await engine.activate(staging)
  await clock.advance(minutes(46))
  await engine.stop()
  expect(calls.length).toBe(2)
})
