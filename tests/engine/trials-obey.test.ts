import { afterEach, describe, expect, test } from 'vitest'
import type { Identity } from '#core/identity/identity'
import { identityName, problem } from '../support/states/builders.ts'
import { type World, world } from '../support/world/engine-world.ts'
import { settle } from '../support/world/fake-clock.ts'
import { config, identity, mfaUser, role } from '../support/world/fake-config.ts'

const staging = identityName('staging')
const base = identityName('base')

let running: World | null = null
async function begin(identities: readonly Identity[]): Promise<World> {
  running = world(config(...identities))
  await running.start()
  return running
}
afterEach(async () => {
  await running?.engine.stop()
  running = null
})

describe('a chain', () => {
  test('is obtained hop by hop, and each is dropped', async () => {
    const the = await begin([identity('base'), role('staging', 'base'), role('far', 'staging')])
    const trial = await the.engine.trials.run(identityName('far'))
    expect(trial).toMatchObject({
      run: { of: 'base' },
      hops: [
        { name: 'base', how: 'new' },
        { name: 'staging', how: 'new' },
        { name: 'far', how: 'new' },
      ],
      outcome: { kind: 'good', arn: 'arn:aws:sts::111122223333:assumed-role/far/ana' },
    })
    await the.engine.trials.run(staging)
    expect(the.calls.filter((call) => call === 'base')).toHaveLength(2)
  })

  test('signs with a session that is held, and leaves it there', async () => {
    const the = await begin([identity('base'), role('staging', 'base')])
    await the.engine.activate(base)
    const held = the.view('base')?.held
    const trial = await the.engine.trials.run(staging)
    expect([trial.hops[0], trial.run, the.view('base')?.held, the.calls.filter((call) => call === 'base')]).toEqual([
      { name: 'base', how: 'held' },
      null,
      held,
      ['base'],
    ])
  })

  test('whose held session AWS refuses is tried with a new one, and the old one stays where it is', async () => {
    const the = await begin([identity('base'), role('staging', 'base')])
    await the.engine.activate(base)
    const held = the.view('base')?.held
    the.tokens.refuse(problem({ code: 'sts/expired-parent' }))
    const trial = await the.engine.trials.run(staging)
    expect([trial.hops, trial.outcome?.kind, the.view('base')?.held]).toEqual([
      [
        { name: 'base', how: 'new' },
        { name: 'staging', how: 'new' },
      ],
      'good',
      held,
    ])
  })

  test.each(['ana', 'admin'])('that needs a code asks for none, and sends none: %s', async (name) => {
    const the = await begin([mfaUser('ana'), role('admin', 'ana')])
    const trial = await the.engine.trials.run(identityName(name))
    expect([trial.outcome, the.calls, the.state('ana')]).toMatchObject([
      { kind: 'bad', problem: { code: 'session/needs-person', message: expect.stringContaining('ana needs a code') } },
      [],
      { kind: 'inactive' },
    ])
  })

  test('whose code was typed for a renewal can be tried with that session', async () => {
    const the = await begin([mfaUser('ana'), role('admin', 'ana')])
    await the.engine.refresh(identityName('ana'), '123456')
    const trial = await the.engine.trials.run(identityName('admin'))
    expect([trial.hops[0], trial.outcome?.kind]).toEqual([{ name: 'ana', how: 'held' }, 'good'])
  })
})

describe('it obeys as a renewal does', () => {
  test('the gate: no more helpers at once than the person allows', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `one-${at}`)
    const the = await begin(names.map((name) => identity(name)))
    for (const name of names) the.answers.set(name, { kind: 'hangs' })
    const all = names.map((name) => the.engine.trials.run(identityName(name)))
    await settle()
    const atOnce = the.processes.running.now
    for (const name of names) the.engine.trials.end(identityName(name))
    await Promise.all(all)
    expect([atOnce, the.processes.running.now]).toEqual([8, 0])
  })

  test('the same one twice is one run', async () => {
    const the = await begin([identity('staging')])
    const both = await Promise.all([the.engine.trials.run(staging), the.engine.trials.run(staging)])
    expect([both[0] === both[1], the.calls]).toEqual([true, ['staging']])
  })

  test('sign-ins with one program come one after the other', async () => {
    const the = await begin([
      identity('one', { interactive: true, command: 'saml2aws one' }),
      identity('two', { interactive: true, command: 'saml2aws two' }),
    ])
    the.answers.set('saml2aws one', { kind: 'hangs' })
    const renewing = the.engine.refresh(identityName('one'), null).catch((error: unknown) => error)
    await settle()
    const trying = the.engine.trials.run(identityName('two'))
    await settle()
    expect([the.calls, the.view('two')?.trial?.run?.stderr]).toEqual([
      ['saml2aws one'],
      'Waits for another sign-in with saml2aws.\n',
    ])
    the.engine.cancel(identityName('one'))
    await renewing
    expect((await trying).outcome?.kind).toBe('good')
  })

  test('what the helper says is there while it runs, and it ends when somebody stops it', async () => {
    const the = await begin([identity('staging')])
    the.answers.set('staging', { kind: 'hangs', stderr: 'Open https://device.example' })
    const heard: string[] = []
    const trying = the.engine.trials.run(staging, (text) => heard.push(text))
    await settle()
    const during = the.view('staging')?.trial
    the.engine.trials.end(staging)
    const { outcome } = await trying
    expect([during, heard, outcome, the.processes.running.now]).toMatchObject([
      { lasted: null, outcome: null, run: { stderr: 'Open https://device.example\n' } },
      ['Open https://device.example\n'],
      { kind: 'bad', problem: { code: 'process/cancelled' } },
      0,
    ])
  })

  test('panic and the end of the app end it', async () => {
    const the = await begin([identity('staging')])
    the.answers.set('staging', { kind: 'hangs' })
    const first = the.engine.trials.run(staging)
    await settle()
    await the.engine.ending.panic()
    const second = the.engine.trials.run(staging)
    await settle()
    await the.engine.stop()
    expect([(await first).outcome?.kind, (await second).outcome?.kind, the.processes.running.now]).toEqual([
      'bad',
      'bad',
      0,
    ])
  })
})
