import { afterEach, describe, expect, test } from 'vitest'
import { Secret } from '#core/base/secret'
import { after, hours, minutes, seconds } from '#core/base/time'
import type { Identity } from '#core/identity/identity'
import type { Remembered } from '#core/session/remembered'
import { identityName, NOW, problem, profileName } from '../support/builders.ts'
import { config, identity, role } from '../support/fake-config.ts'
import { settle } from '../support/fake-clock.ts'
import { type World, world } from '../support/engine-world.ts'

const staging = identityName('staging')
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

const active = (name: string, written: Remembered['active'][number]['written'] = null): Remembered => ({
  paused: false,
  active: [{ name: identityName(name), profile: profileName(name), written }],
})

describe('an identity that a person activates', () => {
  test('is obtained and written at once, and is live', async () => {
    const { engine, files, state } = await begin([identity('staging')])
    await engine.activate(staging)
    expect([files.writes.length, state('staging')]).toMatchObject([
      1,
      { kind: 'live', expiresAt: after(NOW, hours(1)) },
    ])
  })

  test('is renewed one lead before its keys end, with nobody touching it, for longer than two lives', async () => {
    const { engine, clock, calls, state } = await begin([identity('staging')])
    await engine.activate(staging)
    await clock.advance(minutes(44))
    const early = calls.length
    await clock.advance(minutes(100))
    expect([early, calls.length, state('staging')?.kind]).toEqual([1, 4, 'live'])
  })

  test('leaves the file when it is deactivated, and its helper is not run again', async () => {
    const { engine, clock, calls, files } = await begin([identity('staging')])
    await engine.activate(staging)
    await engine.deactivate(staging)
    await clock.advance(hours(3))
    expect([files.sections.size, calls.length]).toEqual([0, 1])
  })

  test('runs one helper however many ask at once', async () => {
    const { engine, calls } = await begin([identity('staging')])
    await Promise.all([engine.activate(staging), engine.refresh(staging, null), engine.refresh(staging, null)])
    expect(calls).toEqual(['staging'])
  })

  test('without an expiry is never renewed by a timer', async () => {
    const { engine, clock, calls, answers, state } = await begin([identity('staging')])
    answers.set('staging', { kind: 'keys', life: null })
    await engine.activate(staging)
    await clock.advance(hours(48))
    expect([calls.length, state('staging')]).toMatchObject([1, { kind: 'live', expiresAt: null }])
  })
})

describe('a helper that fails', () => {
  const broken = problem({ code: 'process/exit-nonzero', message: 'It exited with 1.' })

  test('is tried again after 1, 2, 5 and 10 minutes, while the old keys stay good', async () => {
    const { engine, clock, calls, answers, state } = await begin([identity('staging')])
    await engine.activate(staging)
    answers.set('staging', { kind: 'fails', problem: broken })
    await clock.advance(minutes(45))
    expect(state('staging')).toMatchObject({ kind: 'failed', keysSince: NOW, expiresAt: after(NOW, hours(1)) })
    await clock.advance(minutes(8))
    expect(calls.length).toBe(1 + 4)
  })

  test('never leaves expired keys in the profile: they are taken out when they end', async () => {
    const { engine, clock, answers, files, state } = await begin([identity('staging')])
    await engine.activate(staging)
    answers.set('staging', { kind: 'fails', problem: broken })
    await clock.advance(minutes(59))
    expect(files.sections.size).toBe(1)
    await clock.advance(minutes(2))
    expect([files.sections.size, state('staging')]).toMatchObject([0, { kind: 'expired', problem: broken }])
  })

  test('recovers by itself when the helper does', async () => {
    const { engine, clock, answers, state } = await begin([identity('staging')])
    answers.set('staging', { kind: 'fails', problem: broken })
    await expect(engine.activate(staging)).rejects.toThrow(broken.message)
    answers.delete('staging')
    await clock.advance(minutes(2))
    expect(state('staging')?.kind).toBe('live')
  })

  test('that wants a person is not started again by a timer', async () => {
    const { engine, clock, calls, answers, state } = await begin([identity('staging')])
    await engine.activate(staging)
    answers.set('staging', { kind: 'fails', problem: broken, needsPerson: true })
    await clock.advance(hours(5))
    expect([calls.length, state('staging')?.kind]).toEqual([2, 'needs-you'])
  })

  test('a failed write is a failed refresh', async () => {
    const { engine, files, state } = await begin([identity('staging')])
    const refused = problem({ code: 'file/write-failed', message: 'The folder is read-only.' })
    files.failNext = new (await import('#core/base/problem')).ProblemError(refused)
    await expect(engine.activate(staging)).rejects.toThrow(refused.message)
    expect(state('staging')).toMatchObject({ kind: 'failed', problem: refused, expiresAt: null })
  })
})

describe('what needs a person', () => {
  const user = identity('staging', {
    kind: 'user',
    keys: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: new Secret('EXAMPLE') },
    mfaSerial: 'arn:aws:iam::111122223333:mfa/ana',
    lasts: hours(12),
    endpoint: null,
  })

  test('asks for the MFA code instead of running, and goes on with the code', async () => {
    const { engine, calls, state } = await begin([user])
    await expect(engine.activate(staging)).rejects.toThrow('needs the code')
    expect([calls.length, state('staging')]).toMatchObject([0, { kind: 'needs-you', ask: { kind: 'mfa-code' } }])
    await engine.refresh(staging, '123456')
    expect([calls, state('staging')?.kind]).toEqual([['session with 123456'], 'live'])
  })

  test('a refused code asks for the code again', async () => {
    const { engine, answers, state } = await begin([user])
    const refused = problem({ code: 'sts/mfa-code-refused' })
    answers.set('session with 111111', { kind: 'fails', problem: refused })
    await engine.activate(staging).catch(() => undefined)
    await engine.refresh(staging, '111111').catch(() => undefined)
    expect(state('staging')).toMatchObject({ kind: 'needs-you', ask: { kind: 'mfa-code', refused } })
  })

  test('an interactive helper is asked for one lead before the end, and never started by the timer', async () => {
    const { engine, clock, calls, state } = await begin([identity('staging', { interactive: true })])
    await engine.activate(staging)
    await clock.advance(minutes(46))
    expect([calls.length, state('staging')]).toMatchObject([1, { kind: 'needs-you', expiresAt: after(NOW, hours(1)) }])
  })

  test('a child of an MFA session asks for the code that its root needs', async () => {
    const { engine, state, calls } = await begin([{ ...user, name: identityName('root') }, role('staging', 'root')])
    await engine.activate(staging).catch(() => undefined)
    expect(state('staging')).toMatchObject({ kind: 'needs-you', ask: { kind: 'mfa-code' } })
    await engine.refresh(staging, '123456')
    expect([calls[0], state('staging')?.kind]).toEqual(['session with 123456', 'live'])
  })
})

describe('a chain', () => {
  test('obtains its parent first, and signs with it', async () => {
    const { engine, calls, files } = await begin([identity('base'), role('staging', 'base')])
    await engine.activate(staging)
    expect(calls).toEqual(['base', 'arn:aws:iam::111122223333:role/staging by ASIAEXAMPLE000000001'])
    expect([...files.sections.keys()]).toEqual(['staging'])
  })

  test('five children cause one renewal of their parent', async () => {
    const children = ['a', 'b', 'c', 'd', 'e']
    const { engine, calls } = await begin([identity('base'), ...children.map((name) => role(name, 'base'))])
    await Promise.all(children.map((name) => engine.activate(identityName(name))))
    expect(calls.filter((call) => call === 'base')).toEqual(['base'])
  })

  test('a parent that is active is written too when a child renews it', async () => {
    const { engine, clock, files, answers } = await begin([identity('base'), role('staging', 'base')])
    answers.set('base', { kind: 'keys', life: minutes(20) })
    await engine.activate(identityName('base'))
    await engine.activate(staging)
    await clock.advance(minutes(46))
    expect(files.writes.filter(({ profile }) => profile === 'base').length).toBeGreaterThan(3)
  })

  test('a parent that STS calls expired is renewed once, and the hop tried once more', async () => {
    const { engine, calls, answers } = await begin([identity('base'), role('staging', 'base')])
    const expired = problem({ code: 'sts/expired-parent' })
    answers.set('arn:aws:iam::111122223333:role/staging by ASIAEXAMPLE000000001', { kind: 'fails', problem: expired })
    await engine.activate(staging)
    expect(calls.filter((call) => call === 'base').length).toBe(2)
  })
})

describe('a restart', () => {
  test('runs no helper while the written session is still good, and renews it when due', async () => {
    const first = await begin([identity('staging')])
    await first.engine.activate(staging)
    await settle()
    const second = world(config(identity('staging')), first.memory.kept)
    second.files.sections.set(profileName('staging'), first.files.sections.get(profileName('staging')) as never)
    await second.start()
    expect([second.calls, second.state('staging')?.kind]).toEqual([[], 'live'])
    await second.clock.advance(minutes(46))
    expect(second.calls).toEqual(['staging'])
    await second.engine.stop()
  })

  test('obtains again when somebody else has changed the section', async () => {
    const written = { fingerprint: 'of another key', since: NOW, expiresAt: after(NOW, hours(1)) }
    const { calls, state } = await begin([identity('staging')], active('staging', written))
    expect([calls, state('staging')?.kind]).toEqual([['staging'], 'live'])
  })

  test('remembers the active ones of a configuration that does not parse', async () => {
    running = world(config(), active('staging'))
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

test('no secret is in a snapshot', async () => {
  const { engine } = await begin([identity('base'), role('staging', 'base')])
  await engine.activate(staging)
  await engine.activate(identityName('base'))
  expect(JSON.stringify(engine.snapshot())).not.toMatch(/EXAMPLESECRET|EXAMPLETOKEN|ASIA/)
})

test('stop ends a helper that hangs', async () => {
  const { engine, answers } = await begin([identity('staging')])
  answers.set('staging', { kind: 'hangs' })
  const pending = engine.activate(staging).catch((error: unknown) => error)
  await settle()
  await engine.stop()
  expect(await pending).toBeDefined()
  running = null
})

test('a short session is renewed in time too', async () => {
  const { engine, clock, answers, state } = await begin([identity('staging')])
  answers.set('staging', { kind: 'keys', life: seconds(30) })
  await engine.activate(staging)
  await clock.advance(minutes(5))
  expect(state('staging')?.kind).toBe('live')
})
