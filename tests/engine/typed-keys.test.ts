import { describe, expect, test } from 'vitest'
import { Secret } from '#core/base/secret'
import { hours, minutes } from '#core/base/time'
import type { Identity } from '#core/identity/identity'
import { identityName, problem } from '../support/states/builders.ts'
import { settle } from '../support/world/fake-clock.ts'
import { identity, role } from '../support/world/fake-config.ts'
import { beginWith } from '../support/world/running-world.ts'

const ana = identityName('ana')
const admin = identityName('admin')
const typed = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: new Secret('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'),
}

const keyless = (mfaSerial: string | null = null): Identity =>
  identity('ana', { kind: 'user', keys: null, mfaSerial, lasts: hours(12), endpoint: null })

describe('an IAM user without keys in the configuration', () => {
  test('asks for them, and says how they will be kept', async () => {
    const the = await beginWith(keyless())
    await the.engine.activate(ana).catch(() => undefined)
    expect(the.state('ana')).toMatchObject({
      kind: 'needs-you',
      ask: { kind: 'keys', identity: ana, keeping: { kind: 'sealed' } },
    })
    await the.clock.advance(hours(5))
    expect(the.calls).toEqual([])
  })

  test('is live as soon as they are typed, and shows that it has some', async () => {
    const the = await beginWith(keyless())
    await the.engine.activate(ana).catch(() => undefined)
    expect(the.view('ana')?.enteredKeys).toBeNull()
    await the.engine.enterKeys(ana, typed)
    expect([the.state('ana')?.kind, the.view('ana')?.enteredKeys]).toEqual(['live', 'sealed'])
    expect(the.tokens.calls[0]?.caller.credentials.accessKeyId).toBe(typed.accessKeyId)
  })

  test('is renewed with them without another question', async () => {
    const the = await beginWith(keyless())
    await the.engine.activate(ana).catch(() => undefined)
    await the.engine.enterKeys(ana, typed)
    await the.clock.advance(minutes(11 * 60 + 46))
    expect([the.calls.length, the.state('ana')?.kind]).toEqual([2, 'live'])
  })

  test('with an MFA device asks for the code next, and that is no failure', async () => {
    const the = await beginWith(keyless('arn:aws:iam::111122223333:mfa/ana'), role('admin', 'ana'))
    await the.engine.activate(admin).catch(() => undefined)
    expect(the.state('admin')).toMatchObject({ ask: { kind: 'keys', identity: ana } })
    await the.engine.enterKeys(ana, typed)
    expect(the.state('admin')).toMatchObject({ ask: { kind: 'mfa-code', identity: ana } })
    await the.engine.refresh(admin, '123456')
    expect(the.state('admin')?.kind).toBe('live')
  })

  test('lets its roles go on that waited for the keys', async () => {
    const the = await beginWith(keyless(), role('admin', 'ana'), role('reader', 'ana'))
    await the.engine.activate(admin).catch(() => undefined)
    await the.engine.activate(identityName('reader')).catch(() => undefined)
    await the.engine.enterKeys(ana, typed)
    await settle()
    expect([the.state('admin')?.kind, the.state('reader')?.kind, the.state('ana')?.kind]).toEqual([
      'live',
      'live',
      'inactive',
    ])
  })

  test('tells at once when AWS does not take them', async () => {
    const the = await beginWith(keyless())
    await the.engine.activate(ana).catch(() => undefined)
    the.answers.set('session with no code', { kind: 'fails', problem: problem({ code: 'sts/invalid-keys' }) })
    await expect(the.engine.enterKeys(ana, typed)).rejects.toMatchObject({ problem: { code: 'sts/invalid-keys' } })
    expect(the.state('ana')).toMatchObject({
      kind: 'needs-you',
      ask: { kind: 'keys', refused: { code: 'sts/invalid-keys' } },
    })
    the.answers.delete('session with no code')
    await the.engine.enterKeys(ana, typed)
    expect(the.state('ana')?.kind).toBe('live')
  })

  test('asks again after they were forgotten, when it is next renewed', async () => {
    const the = await beginWith(keyless())
    await the.engine.enterKeys(ana, typed)
    await the.engine.activate(ana)
    await the.engine.forgetKeys(ana)
    expect([the.view('ana')?.enteredKeys, the.state('ana')?.kind]).toEqual([null, 'live'])
    await the.clock.advance(hours(12))
    expect(the.state('ana')).toMatchObject({ kind: 'needs-you', ask: { kind: 'keys' } })
  })
})

test('nobody types over keys that the configuration names', async () => {
  const named = identity('ana', { kind: 'user', keys: typed, mfaSerial: null, lasts: hours(12), endpoint: null })
  const the = await beginWith(named)
  await expect(the.engine.enterKeys(ana, typed)).rejects.toMatchObject({ problem: { code: 'user/bad-keys' } })
  expect(the.keys.kept.size).toBe(0)
})
