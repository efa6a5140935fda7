import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { Secret } from '#core/base/secret'
import { hours, minutes } from '#core/base/time'
import type { Identity } from '#core/identity/identity'
import type { TrialView } from '#core/snapshot/trial'
import { identityName, inMinutes, problem } from '../support/states/builders.ts'
import { CANARY, canariesIn } from '../support/intruder/canary.ts'
import { type Answer, type World, world } from '../support/world/engine-world.ts'
import { settle } from '../support/world/fake-clock.ts'
import { config, identity, mfaUser, role } from '../support/world/fake-config.ts'
import { problemOf } from '../support/world/problem-of.ts'

const staging = identityName('staging')
const base = identityName('base')

let running: World[] = []
async function begin(identities: readonly Identity[], check: 'on' | 'off' = 'off'): Promise<World> {
  const one = world(config(...identities), undefined, check)
  running.push(one)
  await one.start()
  return one
}
afterEach(async () => {
  await Promise.all(running.map(({ engine }) => engine.stop()))
  running = []
})

/** All that a renewal leaves somewhere: file, memory, history, and what is known and held of every identity. */
function footprint({ engine, files, memory, history }: World): string {
  const views = engine.snapshot().identities.map(({ trial: _trial, ...view }) => view)
  return JSON.stringify([views, [...files.sections], files.writes, files.removed, memory.kept, history.entries])
}

const failing = problem({ code: 'process/exit-nonzero', message: 'It ended with exit code 3.' })

describe('whatever comes of it, everything is as it was', () => {
  const answers: readonly Answer[] = [
    { kind: 'keys', life: hours(1) },
    { kind: 'keys', life: null },
    { kind: 'fails', problem: failing },
    { kind: 'fails', problem: failing, needsPerson: true },
    { kind: 'hangs', stderr: 'opening the browser' },
  ]
  const because = problem({ code: 'trust/needed' })
  const people = [
    identity('base'),
    role('staging', 'base'),
    role('far', 'staging'),
    mfaUser('ana'),
    role('admin', 'ana'),
    identity('sign-in', { interactive: true }),
    identity('new', { kind: 'unusable', because }),
  ]
  const names = people.map(({ name }) => name)

  test('vault, profiles, memory, history and states', async () => {
    const order = fc.record({
      target: fc.constantFrom(...names),
      active: fc.subarray(['base', 'staging', 'far'].map(identityName)),
      answer: fc.constantFrom(...answers),
      sts: fc.constantFrom(null, failing),
      later: fc.constantFrom(minutes(0), minutes(30)),
    })
    await fc.assert(
      fc.asyncProperty(order, async ({ target, active, answer, sts, later }) => {
        const the = await begin(people, 'on')
        for (const name of active) await the.engine.activate(name)
        await the.clock.advance(later)
        await settle()
        for (const command of ['base', 'sign-in']) the.answers.set(command, answer)
        if (sts !== null) the.tokens.refuse(sts, sts, sts)
        const before = footprint(the)
        const trying = the.engine.trials.run(target)
        await settle()
        the.engine.trials.end(target)
        const trial = await trying
        await settle()
        expect(trial.outcome).not.toBe(null)
        expect(footprint(the)).toBe(before)
        await the.engine.stop()
      }),
      { numRuns: 60 },
    )
  })

  test('a renewal of the same identity leaves something, so the look would see it', async () => {
    const the = await begin(people)
    const before = footprint(the)
    await the.engine.refresh(base, null)
    await settle()
    expect(footprint(the)).not.toBe(before)
  })
})

describe('what came is told', () => {
  test('until when the keys would be good, whose they are, and how the run went', async () => {
    const the = await begin([identity('staging')], 'on')
    the.tokens.isFrom({ arn: 'arn:aws:sts::222222222222:assumed-role/Dev/ana', account: '222222222222' })
    const trial = await the.engine.trials.run(staging)
    expect(trial).toMatchObject({
      lasted: 0,
      run: { of: 'staging', command: 'staging', argv: ['staging'], exitCode: 0 },
      hops: [{ name: 'staging', how: 'new' }],
      outcome: {
        kind: 'good',
        expiresAt: the.clock.now() + hours(1),
        account: '222222222222',
        arn: 'arn:aws:sts::222222222222:assumed-role/Dev/ana',
        isExpected: true,
      },
    })
    expect(the.view('staging')?.trial).toEqual(trial)
  })

  test('keys of somebody else are good and not expected', async () => {
    const the = await begin([identity('staging', {}, { expects: { account: '333333333333', role: null } })], 'on')
    expect((await the.engine.trials.run(staging)).outcome).toMatchObject({ kind: 'good', isExpected: false })
  })

  test('where AWS does not say whose they are, the keys are good all the same', async () => {
    const the = await begin([identity('staging')], 'on')
    the.tokens.refuse(problem({ code: 'sts/unreachable' }))
    expect((await the.engine.trials.run(staging)).outcome).toMatchObject({
      kind: 'good',
      arn: null,
      arnProblem: { code: 'sts/unreachable' },
    })
  })

  test('a helper that fails is told with its problem, and whose helper it was', async () => {
    const the = await begin([identity('base'), role('staging', 'base')])
    the.answers.set('base', { kind: 'fails', problem: failing })
    expect(await the.engine.trials.run(staging)).toMatchObject({
      run: { of: 'base', exitCode: 1 },
      outcome: { kind: 'bad', problem: failing, at: 'base' },
    })
  })

  test('one that waits for trust is not run', async () => {
    const because = problem({ code: 'trust/needed' })
    const the = await begin([identity('staging', { kind: 'unusable', because })])
    const trial = await the.engine.trials.run(staging)
    expect([trial.outcome, trial.run, the.calls]).toMatchObject([{ kind: 'bad', problem: because }, null, []])
  })

  test('an unknown name is refused', async () => {
    const the = await begin([identity('staging')])
    expect(await problemOf(the.engine.trials.run(identityName('stagign')))).toMatchObject({ code: 'identity/unknown' })
  })
})

describe('what it said', () => {
  test('is forgotten when somebody clears it, and when the entry is edited', async () => {
    const the = await begin([identity('staging')])
    await the.engine.trials.run(staging)
    the.engine.trials.end(staging)
    const cleared = the.view('staging')?.trial
    await the.engine.trials.run(staging)
    the.config.edit(config(identity('staging', { command: 'other' })))
    await settle()
    expect([cleared, the.view('staging')?.trial]).toEqual([undefined, undefined])
  })

  test('holds no key', async () => {
    const the = await begin([identity('staging')], 'on')
    const credentials = {
      accessKeyId: CANARY.accessKeyId,
      secretAccessKey: new Secret(CANARY.secretAccessKey),
      sessionToken: new Secret(CANARY.sessionToken),
      expiresAt: inMinutes(60),
      accountId: null,
    }
    const { run } = the.processes
    the.processes.run = async (order, signal) => ({
      ...(await run(order, signal)),
      result: { ok: true, value: { credentials, warnings: [] } },
    })
    const trial: TrialView = await the.engine.trials.run(staging)
    expect([trial.outcome?.kind, canariesIn(JSON.stringify([trial, the.engine.snapshot()]))]).toEqual(['good', []])
  })
})
