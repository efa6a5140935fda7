import { describe, expect, test } from 'vitest'
import { Secret } from '#core/base/secret'
import { after, hours, minutes, seconds } from '#core/base/time'
import { identityName, NOW, problem } from '../support/states/builders.ts'
import { settle } from '../support/world/fake-clock.ts'
import { identity, role } from '../support/world/fake-config.ts'
import { begin } from '../support/world/running-world.ts'

const staging = identityName('staging')

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
})

test('a short session is renewed in time too', async () => {
  const { engine, clock, answers, state } = await begin([identity('staging')])
  answers.set('staging', { kind: 'keys', life: seconds(30) })
  await engine.activate(staging)
  await clock.advance(minutes(5))
  expect(state('staging')?.kind).toBe('live')
})
