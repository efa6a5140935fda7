import { afterEach, describe, expect, test } from 'vitest'
import { ProblemError } from '#core/base/problem'
import { Secret } from '#core/base/secret'
import { after, hours, minutes, seconds } from '#core/base/time'
import type { Identity } from '#core/identity/identity'
import { identityName, NOW, problem } from '../support/states/builders.ts'
import { settle } from '../support/world/fake-clock.ts'
import { config, identity, role } from '../support/world/fake-config.ts'
import { type World, world } from '../support/world/engine-world.ts'

const PHONE = 'arn:aws:iam::111122223333:mfa/ana'
const KEY = 'AKIAIOSFODNN7EXAMPLE'

const user = (name: string, changes: { readonly key?: string; readonly serial?: string } = {}): Identity =>
  identity(name, {
    kind: 'user',
    keys: { accessKeyId: changes.key ?? KEY, secretAccessKey: new Secret('EXAMPLE') },
    mfaSerial: changes.serial ?? PHONE,
    lasts: hours(12),
    endpoint: null,
  })

const ana = identityName('ana')
const admin = identityName('admin')

let running: World | null = null
async function begin(...identities: readonly Identity[]): Promise<World> {
  running = world(config(...identities))
  await running.start()
  return running
}
afterEach(async () => {
  await running?.engine.stop()
  running = null
})

const asking = async (the: World, ...names: readonly string[]): Promise<void> => {
  for (const name of names) await the.engine.activate(identityName(name)).catch(() => undefined)
}

const sessions = ({ calls }: World): readonly string[] => calls.filter((call) => call.startsWith('session with'))

describe('the question for a code', () => {
  test('names identity, account and device', async () => {
    const the = await begin(user('ana'), role('admin', 'ana'))
    await asking(the, 'admin')
    expect(the.state('admin')).toMatchObject({
      kind: 'needs-you',
      ask: { kind: 'mfa-code', serial: PHONE, identity: ana, account: '111122223333', refused: null, waitUntil: null },
      expiresAt: null,
    })
  })

  test('names no account where the device is known by its serial number only', async () => {
    const the = await begin(user('ana', { serial: 'GAHT12345678' }))
    await asking(the, 'ana')
    expect(the.state('ana')).toMatchObject({ ask: { account: null, serial: 'GAHT12345678' } })
  })

  test('is put one lead before the end, and no timer ever sends anything', async () => {
    const the = await begin(user('ana'))
    await asking(the, 'ana')
    await the.engine.refresh(ana, '123456')
    await the.clock.advance(hours(11))
    expect(the.state('ana')?.kind).toBe('live')
    await the.clock.advance(minutes(46))
    expect([the.state('ana')?.kind, sessions(the).length]).toEqual(['needs-you', 1])
    await the.clock.advance(hours(24))
    expect(sessions(the).length).toBe(1)
  })
})

describe('one code', () => {
  test('opens the session of every identity with the same key and device, and of all that hang on them', async () => {
    const the = await begin(user('ana'), user('ana-again'), role('admin', 'ana'), role('reader', 'ana-again'))
    await asking(the, 'ana', 'ana-again', 'admin', 'reader')
    await the.engine.refresh(admin, '123456')
    await settle()
    const kinds = ['ana', 'ana-again', 'admin', 'reader'].map((name) => the.state(name)?.kind)
    expect([kinds, sessions(the)]).toEqual([['live', 'live', 'live', 'live'], ['session with 123456']])
  })

  test('is enough for one that is activated later', async () => {
    const the = await begin(user('ana'), user('ana-again'))
    await asking(the, 'ana')
    await the.engine.refresh(ana, '123456')
    await the.engine.activate(identityName('ana-again'))
    const written = the.files.writes.map(({ accessKeyId }) => accessKeyId)
    expect([sessions(the).length, new Set(written).size, written.length]).toEqual([1, 1, 2])
  })

  test('given to a role is enough for the user itself when it is activated', async () => {
    const the = await begin(user('ana'), role('admin', 'ana'))
    await asking(the, 'admin')
    await the.engine.refresh(admin, '123456')
    await the.engine.activate(ana)
    expect([the.state('ana')?.kind, sessions(the).length, the.files.sections.size]).toEqual(['live', 1, 2])
  })

  test('renews all of them when it is time', async () => {
    const the = await begin(user('ana'), user('ana-again'))
    await asking(the, 'ana', 'ana-again')
    await the.engine.refresh(ana, '123456')
    await the.clock.advance(minutes(11 * 60 + 46))
    expect([the.state('ana')?.kind, the.state('ana-again')?.kind]).toEqual(['needs-you', 'needs-you'])
    await the.engine.refresh(identityName('ana-again'), '234567')
    await settle()
    expect([the.state('ana')?.kind, the.state('ana-again')?.kind, sessions(the).length]).toEqual(['live', 'live', 2])
  })

  test.each([
    ['another key', { key: 'AKIAI44QH8DHBEXAMPLE' }],
    ['another device', { serial: 'GAHT12345678' }],
  ])('opens nothing for %s', async (_what, changes) => {
    const the = await begin(user('ana'), user('bob', changes))
    await asking(the, 'ana', 'bob')
    await the.engine.refresh(ana, '123456')
    await settle()
    expect(the.state('bob')?.kind).toBe('needs-you')
  })
})

describe('a code that does not do', () => {
  test('is asked for again, with the reason', async () => {
    const the = await begin(user('ana'))
    const refused = problem({ code: 'sts/mfa-code-refused' })
    the.answers.set('session with 111111', { kind: 'fails', problem: refused })
    await asking(the, 'ana')
    await the.engine.refresh(ana, '111111').catch(() => undefined)
    expect(the.state('ana')).toMatchObject({ kind: 'needs-you', ask: { refused, waitUntil: null } })
    await the.engine.refresh(ana, '123456')
    expect(the.state('ana')?.kind).toBe('live')
  })

  test('and was lost on the way is not sent again: the next one is asked for', async () => {
    const the = await begin(user('ana'))
    const lost = problem({ code: 'sts/unreachable' })
    the.answers.set('session with 123456', { kind: 'fails', problem: lost })
    await asking(the, 'ana')
    await the.clock.advance(seconds(12))
    await the.engine.refresh(ana, '123456').catch(() => undefined)
    const next = after(NOW, seconds(30))
    expect(the.state('ana')).toMatchObject({ kind: 'needs-you', ask: { refused: lost, waitUntil: next } })
    await the.engine.refresh(ana, '123456').catch(() => undefined)
    expect([sessions(the).length, the.state('ana')]).toMatchObject([1, { ask: { waitUntil: next } }])
  })

  test('because the device is wrong fails, for no code could mend that', async () => {
    const the = await begin(user('ana'))
    the.answers.set('session with 123456', { kind: 'fails', problem: problem({ code: 'sts/mfa-device-refused' }) })
    await asking(the, 'ana')
    await the.engine.refresh(ana, '123456').catch(() => undefined)
    expect(the.state('ana')).toMatchObject({ kind: 'failed', retryAt: null })
  })
})

test('a file that cannot be written costs no second code', async () => {
  const the = await begin(user('ana'))
  await asking(the, 'ana')
  the.files.failNext = new ProblemError(problem({ code: 'file/locked' }))
  await the.engine.refresh(ana, '123456').catch(() => undefined)
  expect(the.state('ana')?.kind).toBe('failed')
  await the.clock.advance(minutes(2))
  expect([the.state('ana')?.kind, sessions(the).length, the.files.sections.size]).toEqual(['live', 1, 1])
})

test('a second code of a device waits for its next step, and says when that is', async () => {
  const the = await begin(user('ana'), user('bob', { key: 'AKIAI44QH8DHBEXAMPLE' }))
  await asking(the, 'ana', 'bob')
  await the.clock.advance(seconds(10))
  await the.engine.refresh(ana, '123456')
  await expect(the.engine.refresh(identityName('bob'), '123456')).rejects.toThrow('needs the code')
  expect(the.state('bob')).toMatchObject({
    ask: { waitUntil: after(NOW, seconds(30)), refused: { code: 'sts/mfa-code-refused' } },
  })
  await the.clock.advance(seconds(20))
  await the.engine.refresh(identityName('bob'), '234567')
  expect([the.state('bob')?.kind, sessions(the).length]).toEqual(['live', 2])
})

test('a person can cancel while a code is being checked, and is asked for the next one', async () => {
  const the = await begin(user('ana'), role('admin', 'ana'))
  await asking(the, 'admin')
  const release = the.tokens.hold()
  const pending = the.engine.refresh(admin, '123456').catch((error: unknown) => error)
  await settle()
  the.engine.cancel(admin)
  expect(await pending).toMatchObject({ problem: { code: 'session/needs-person' } })
  expect(the.state('admin')).toMatchObject({
    kind: 'needs-you',
    ask: { refused: null, waitUntil: after(NOW, seconds(30)) },
  })
  release()
})

test('a chain goes on with the session that is still good while the next code is asked for', async () => {
  const the = await begin(user('ana'), role('admin', 'ana'))
  await asking(the, 'ana', 'admin')
  await the.engine.refresh(ana, '123456')
  await settle()
  await the.clock.advance(minutes(11 * 60 + 50))
  expect([the.state('ana'), the.state('admin')]).toMatchObject([
    { kind: 'needs-you', expiresAt: after(NOW, hours(12)) },
    { kind: 'live' },
  ])
})
