import { describe, expect, test } from 'vitest'
import { after, between, hours, milliseconds, minutes, seconds } from '#core/base/time'
import { createGate } from '#engine/gate'
import { identityName, NOW, problem } from '../support/states/builders.ts'
import { settle } from '../support/world/fake-clock.ts'
import { identity, role } from '../support/world/fake-config.ts'
import { beginWith } from '../support/world/running-world.ts'

const staging = identityName('staging')
const NOBODY = { by: null, inside: [] }

describe('a pull', () => {
  test('fifty at once are one run of the helper and fifty answers', async () => {
    const { engine, calls } = await beginWith(identity('staging'))
    const keys = await Promise.all(Array.from({ length: 50 }, () => engine.pull(staging, NOBODY)))
    expect([calls, new Set(keys.map(({ accessKeyId }) => accessKeyId)).size]).toEqual([['staging'], 1])
  })

  test('fifty of fifty children of one root are one run of the root', async () => {
    const names = Array.from({ length: 50 }, (_, at) => `child-${at}`)
    const { engine, calls } = await beginWith(identity('root'), ...names.map((name) => role(name, 'root')))
    await Promise.all(names.map((name) => engine.pull(identityName(name), NOBODY)))
    expect([calls.filter((call) => call === 'root').length, calls.length]).toEqual([1, 51])
  })

  test('of an inactive identity writes nothing', async () => {
    const { engine, files, state } = await beginWith(identity('staging'))
    await engine.pull(staging, NOBODY)
    expect([files.writes, state('staging')?.kind]).toEqual([[], 'inactive'])
  })

  test('never hands out less than 15 minutes where more can be had', async () => {
    const { engine, clock, calls } = await beginWith(identity('staging'))
    await engine.pull(staging, NOBODY)
    await clock.advance(minutes(45))
    await engine.pull(staging, NOBODY)
    const early = calls.length
    await clock.advance(minutes(46))
    const { expiresAt } = await engine.pull(staging, NOBODY)
    expect([early, calls.length, expiresAt]).toEqual([1, 2, after(NOW, minutes(151))])
  })

  test('does not ask again and again where the source grants less than that', async () => {
    const { engine, clock, calls, answers } = await beginWith(identity('staging'))
    answers.set('staging', { kind: 'keys', life: minutes(10) })
    for (let minute = 0; minute < 10; minute += 1) {
      await engine.pull(staging, NOBODY)
      await clock.advance(minutes(1))
    }
    expect(calls.length).toBe(2)
  })

  test('answers with the old keys while they are good although the helper fails', async () => {
    const { engine, clock, answers } = await beginWith(identity('staging'))
    const first = await engine.pull(staging, NOBODY)
    answers.set('staging', { kind: 'fails', problem: problem() })
    await clock.advance(minutes(50))
    expect(await engine.pull(staging, NOBODY)).toBe(first)
    await clock.advance(minutes(11))
    await expect(engine.pull(staging, NOBODY)).rejects.toThrow(problem().message)
  })

  test('of a source that grants seconds runs it once a second at most, however many ask', async () => {
    const { engine, clock, calls, answers } = await beginWith(identity('staging'))
    answers.set('staging', { kind: 'keys', life: seconds(3) })
    for (let tick = 0; tick < 100; tick += 1) {
      await engine.pull(staging, NOBODY)
      await clock.advance(milliseconds(100))
    }
    expect(calls.length).toBeLessThanOrEqual(10)
  })

  test('of keys that their source hands out again and again until they end asks a few times, not each time', async () => {
    const { engine, clock, calls, answers } = await beginWith(identity('staging'))
    await engine.pull(staging, NOBODY)
    await clock.advance(minutes(50))
    for (let tick = 0; tick < 600; tick += 1) {
      // A cache in the helper: always the keys that end at the hour.
      answers.set('staging', { kind: 'keys', life: between(clock.now(), after(NOW, hours(1))) })
      await engine.pull(staging, NOBODY)
      await clock.advance(seconds(1))
    }
    expect(calls.length).toBeLessThanOrEqual(15)
  })

  test('of a source that fails runs it once a minute while the old keys are good, and no more', async () => {
    const { engine, clock, calls, answers } = await beginWith(identity('staging'))
    await engine.pull(staging, NOBODY)
    await clock.advance(minutes(50))
    answers.set('staging', { kind: 'fails', problem: problem({ code: 'process/exit-nonzero' }) })
    for (let tick = 0; tick < 300; tick += 1) {
      await engine.pull(staging, NOBODY)
      await clock.advance(seconds(1))
    }
    expect(calls.length).toBe(6)
  })

  test('of a source that fails with no keys held refuses the tries of one SDK with one run, and the next with another', async () => {
    const { engine, clock, calls, answers } = await beginWith(identity('staging'))
    answers.set('staging', { kind: 'fails', problem: problem({ code: 'process/exit-nonzero' }) })
    for (let tries = 0; tries < 3; tries += 1) {
      await expect(engine.pull(staging, NOBODY)).rejects.toThrow(problem().message)
      await clock.advance(seconds(1))
    }
    const afterOne = calls.length
    answers.delete('staging')
    await engine.pull(staging, NOBODY)
    expect([afterOne, calls.length]).toEqual([1, 2])
  })

  test('of somebody who cannot wait is answered with the old keys while a slow helper runs, then with the new', async () => {
    const { engine, clock, answers } = await beginWith(identity('staging'))
    const old = await engine.pull(staging, NOBODY)
    await clock.advance(minutes(50))
    let letGo = (): void => undefined
    const until = new Promise<void>((resolve) => (letGo = resolve))
    answers.set('staging', { kind: 'waits', until, answer: { kind: 'keys', life: hours(1) } })
    const hasty = engine.pull(staging, { ...NOBODY, soon: true })
    await clock.advance(seconds(1))
    const meanwhile = await hasty
    letGo()
    await settle()
    const next = await engine.pull(staging, { ...NOBODY, soon: true })
    expect([meanwhile === old, next === old]).toEqual([true, false])
  })

  test('of somebody who cannot wait waits all the same where nothing is held', async () => {
    const { engine, clock, answers } = await beginWith(identity('staging'))
    let letGo = (): void => undefined
    const until = new Promise<void>((resolve) => (letGo = resolve))
    answers.set('staging', { kind: 'waits', until, answer: { kind: 'keys', life: hours(1) } })
    const hasty = engine.pull(staging, { ...NOBODY, soon: true })
    await clock.advance(seconds(5))
    letGo()
    expect((await hasty).expiresAt).not.toBeNull()
  })

  test('starts nothing that needs a person', async () => {
    const { engine, calls } = await beginWith(identity('staging', { interactive: true }))
    await expect(engine.pull(staging, NOBODY)).rejects.toMatchObject({ problem: { code: 'session/needs-person' } })
    expect(calls).toEqual([])
  })

  test('is written down with who asked', async () => {
    const { engine, history } = await beginWith(identity('staging'))
    await engine.pull(staging, { by: 'terraform (pid 7)', inside: [] })
    expect(history.entries.at(-1)).toMatchObject({ what: 'pulled', identity: 'staging', by: 'terraform (pid 7)' })
  })
})

describe('helpers that ask Credtray in their turn', () => {
  test('a ring of them is refused at once, not after the time limits', async () => {
    const { engine, processes, answers } = await beginWith(identity('a'), identity('b'))
    answers.set('a', { kind: 'hangs' })
    answers.set('b', { kind: 'hangs' })
    const [a, b] = [identityName('a'), identityName('b')]
    void engine.pull(a, NOBODY).catch(() => undefined)
    await settle()
    void engine.pull(b, { by: null, inside: [a] }).catch(() => undefined)
    await settle()
    const back = engine.pull(a, { by: null, inside: [b] })
    await expect(back).rejects.toMatchObject({ problem: { code: 'process/recursion' } })
    expect(processes.running.now).toBe(2)
  })

  test('they do not block each other at the gate, however many there are', async () => {
    const outer = Array.from({ length: 8 }, (_, at) => identity(`outer-${at}`))
    const { engine, answers, processes } = await beginWith(...outer, identity('inner'))
    for (const { name } of outer) answers.set(name, { kind: 'hangs' })
    for (const { name } of outer) void engine.pull(name, NOBODY).catch(() => undefined)
    await settle()
    const full = processes.running.now
    const { accessKeyId } = await engine.pull(identityName('inner'), {
      by: null,
      inside: [identityName('outer-0')],
    })
    expect([full, accessKeyId]).toEqual([8, 'ASIAEXAMPLE000000001'])
  })
})

describe('the gate', () => {
  test('lets no more helpers run at once than there is room for, and all of them in the end', async () => {
    const many = Array.from({ length: 40 }, (_, at) => identity(`many-${at}`))
    const { engine, processes, calls } = await beginWith(...many)
    await Promise.all(many.map(({ name }) => engine.activate(name)))
    expect([processes.running.most <= 8, calls.length]).toEqual([true, 40])
  })

  test('lets nobody in who has given up waiting, and keeps the place for the next', async () => {
    const gate = createGate(() => 1)
    let free = (): void => undefined
    const first = gate.run(() => new Promise<void>((resolve) => (free = resolve)), new AbortController().signal)
    const tired = new AbortController()
    const second = gate.run(async () => 'second', tired.signal)
    const third = gate.run(async () => 'third', new AbortController().signal)
    await settle()
    tired.abort(new Error('gave up'))
    await expect(second).rejects.toThrow('gave up')
    free()
    await first
    expect(await third).toBe('third')
  })
})

test('200 sessions due in the same second are renewed, eight helpers at a time', async () => {
  const many = Array.from({ length: 200 }, (_, at) => identity(`many-${at}`))
  const { engine, clock, processes, calls, files } = await beginWith(...many)
  await Promise.all(many.map(({ name }) => engine.activate(name)))
  await clock.advance(minutes(45))
  expect([calls.length, files.writes.length, processes.running.most]).toEqual([400, 400, 8])
  await clock.advance(hours(0.5))
  expect(calls.length).toBe(400)
})

test('more places, chosen while helpers wait, are taken at once', async () => {
  let places = 1
  const gate = createGate(() => places)
  const { signal } = new AbortController()
  const inside: string[] = []
  const stay = (name: string) => gate.run(() => new Promise<void>(() => void inside.push(name)), signal)
  for (const name of ['a', 'b', 'c']) void stay(name)
  await settle()
  expect(inside).toEqual(['a'])
  places = 2
  gate.look()
  await settle()
  expect(inside).toEqual(['a', 'b'])
})
