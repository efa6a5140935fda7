import { afterEach, describe, expect, test } from 'vitest'
import { Secret } from '#core/base/secret'
import { hours, minutes } from '#core/base/time'
import type { Identity } from '#core/identity/identity'
import { identityName, problem } from '../support/states/builders.ts'
import { settle } from '../support/world/fake-clock.ts'
import { config, identity, role } from '../support/world/fake-config.ts'
import { type World, world } from '../support/world/engine-world.ts'
import { leftOn } from '../support/world/left-on.ts'

const staging = identityName('staging')
const DEV = { arn: 'arn:aws:sts::222222222222:assumed-role/Dev/ana', account: '222222222222' }

let running: World | null = null
async function begin(identities: readonly Identity[], check: 'on' | 'off' = 'on'): Promise<World> {
  running = world(config(...identities), undefined, check)
  await running.start()
  return running
}
afterEach(async () => {
  await running?.engine.stop()
  running = null
})

/** More than the ten that Node takes for a leak. */
const MANY = 40

test('many who are asked about at once hang nothing more on the life of the engine than one', async () => {
  const names = Array.from({ length: MANY }, (_, at) => `staging-${at}`)
  const the = await begin(names.map((name) => identity(name)))
  const signals = new Set<AbortSignal>()
  const { getCallerIdentity } = the.tokens
  the.tokens.getCallerIdentity = (caller, signal) => {
    signals.add(signal)
    return getCallerIdentity(caller, signal)
  }
  const open = the.tokens.hold()
  await Promise.all(names.map((name) => the.engine.activate(identityName(name))))
  await settle()
  expect([signals.size, Math.max(...[...signals].map(leftOn))]).toEqual([MANY, 1])
  open()
  await the.engine.stop()
})

const questions = ({ calls }: World): number => calls.filter((call) => call.startsWith('who is')).length

describe('after a renewal', () => {
  test('account and ARN are shown as AWS tells them', async () => {
    const the = await begin([identity('staging')])
    the.tokens.isFrom(DEV)
    await the.engine.activate(staging)
    await settle()
    expect(the.view('staging')).toMatchObject({ account: DEV.account, arn: DEV.arn, arnProblem: null, warnings: [] })
  })

  test('a helper is asked about once for each key', async () => {
    const the = await begin([identity('staging')])
    await the.engine.activate(staging)
    await the.clock.advance(minutes(100))
    expect([the.calls.filter((call) => call === 'staging').length, questions(the)]).toEqual([3, 3])
  })

  test('a user is asked about once for all its sessions', async () => {
    const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: new Secret('EXAMPLE') }
    const user = { kind: 'user', keys, mfaSerial: null, lasts: hours(1), endpoint: null } as const
    const the = await begin([identity('staging', user)])
    await the.engine.activate(staging)
    await the.clock.advance(minutes(100))
    expect([the.tokens.calls.length, questions(the)]).toEqual([3 + 1, 1])
  })

  test('nothing waits for the answer, and no failure of it fails a renewal', async () => {
    const the = await begin([identity('staging')])
    const offline = problem({ code: 'sts/unreachable' })
    the.tokens.refuse(offline)
    await the.engine.activate(staging)
    await settle()
    expect([the.state('staging')?.kind, the.view('staging')]).toMatchObject([
      'live',
      { arn: null, arnProblem: offline },
    ])
  })

  test('nobody is asked where the person does not want it', async () => {
    const the = await begin([identity('staging')], 'off')
    await the.engine.activate(staging)
    await settle()
    expect([questions(the), the.view('staging')?.arn]).toEqual([0, null])
  })
})

describe('an identity that is not who it should be', () => {
  const expecting = (account: string | null, wanted: string | null): Identity =>
    identity('staging', {}, { expects: { account, role: wanted } })

  test.each([
    ['another account', expecting('111111111111', null), ['ACCOUNT_MISMATCH']],
    ['another role', expecting('222222222222', 'Admin'), ['ACCOUNT_MISMATCH']],
    ['the right role', expecting('222222222222', 'Dev'), []],
    ['anybody', identity('staging'), []],
  ])('is told of when %s is expected', async (_what, one, warnings) => {
    const the = await begin([one])
    the.tokens.isFrom(DEV)
    await the.engine.activate(staging)
    await settle()
    expect([the.view('staging')?.warnings, the.state('staging')?.kind, the.files.sections.size]).toEqual([
      warnings,
      'live',
      1,
    ])
  })

  test('stays told of from one renewal to the next, and not when it has come right', async () => {
    const the = await begin([expecting('111111111111', null)])
    the.tokens.isFrom(DEV)
    await the.engine.activate(staging)
    await settle()
    const seen = new Set<string>()
    const unsubscribe = the.engine.onChange(() => seen.add(the.view('staging')?.warnings.join() ?? ''))
    await the.clock.advance(minutes(46))
    expect([...seen]).toEqual(['ACCOUNT_MISMATCH'])
    the.tokens.isFrom({ arn: 'arn:aws:sts::111111111111:assumed-role/Dev/ana', account: '111111111111' })
    await the.clock.advance(minutes(46))
    expect(the.view('staging')?.warnings).toEqual([])
    unsubscribe()
  })
})

describe('a helper whose keys turn out to be a role session', () => {
  const long = (): Identity => {
    const plain = role('staging', 'base')
    return { ...plain, source: { ...plain.source, lasts: hours(4) } as Identity['source'] }
  }

  test('makes what hangs on it a role chain: an hour is asked for, and the person is told', async () => {
    const the = await begin([identity('base'), long()])
    the.tokens.isFrom(DEV)
    await the.engine.refresh(identityName('base'), null)
    await settle()
    await the.engine.activate(staging)
    const [asked] = the.tokens.calls.filter(({ action }) => action === 'assume-role')
    expect([asked?.order, asked?.caller.arn]).toMatchObject([{ lasts: hours(1) }, DEV.arn])
    expect(the.view('staging')?.warnings).toEqual(['SHORTENED_TO_ONE_HOUR'])
  })

  test('and one whose keys are a user’s does not', async () => {
    const the = await begin([identity('base'), long()])
    await the.engine.refresh(identityName('base'), null)
    await settle()
    await the.engine.activate(staging)
    const [asked] = the.tokens.calls.filter(({ action }) => action === 'assume-role')
    expect([asked?.order, the.view('staging')?.warnings]).toMatchObject([{ lasts: hours(4) }, []])
  })

  test('each hop after the first asks for an hour, whoever is asked', async () => {
    const hop = (name: string, from: string): Identity => {
      const plain = role(name, from)
      return { ...plain, source: { ...plain.source, lasts: hours(4) } as Identity['source'] }
    }
    const the = await begin([identity('base'), hop('hub', 'base'), hop('staging', 'hub')], 'off')
    await the.engine.activate(staging)
    expect(the.tokens.calls.map(({ order }) => order?.lasts)).toEqual([hours(4), hours(1)])
  })
})

describe('a parent that cannot be renewed', () => {
  test('signs with its old keys while they are good', async () => {
    const the = await begin([identity('base'), role('staging', 'base')], 'off')
    await the.engine.activate(staging)
    await the.clock.advance(minutes(44))
    the.answers.set('base', { kind: 'fails', problem: problem() })
    await the.clock.advance(minutes(2))
    expect(the.state('staging')?.kind).toBe('live')
  })

  test('and has no good keys any more fails its children', async () => {
    const the = await begin([identity('base'), role('staging', 'base')], 'off')
    await the.engine.activate(staging)
    the.answers.set('base', { kind: 'fails', problem: problem() })
    await the.clock.advance(hours(2))
    expect(the.state('staging')?.kind).toBe('expired')
  })
})

test('who an identity is outlasts a restart, without asking again', async () => {
  const first = await begin([identity('staging')])
  first.tokens.isFrom(DEV)
  await first.engine.activate(staging)
  await settle()
  const second = world(config(identity('staging')), first.memory.kept, 'on')
  for (const [profile, credentials] of first.files.sections) second.files.sections.set(profile, credentials)
  await second.start()
  expect([second.view('staging'), questions(second)]).toMatchObject([{ arn: DEV.arn, account: DEV.account }, 0])
  await second.engine.stop()
})

test('keys of another account are told as such after a restart too, though the file has no place for the account', async () => {
  const payments = { ...identity('staging'), expects: { account: '111111111111', role: null } }
  const first = await begin([payments], 'off')
  first.answers.set('staging', { kind: 'keys', life: hours(1), account: DEV.account })
  await first.engine.activate(staging)
  await first.engine.stop()
  const second = world(config(payments), first.memory.kept, 'off')
  for (const [profile, kept] of first.files.sections) second.files.sections.set(profile, { ...kept, accountId: null })
  await second.start()
  const shown = second.view('staging')
  expect([shown?.account, shown?.warnings, second.calls]).toEqual([DEV.account, ['ACCOUNT_MISMATCH'], []])
  await second.engine.stop()
})
