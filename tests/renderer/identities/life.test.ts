import { expect, test } from 'vitest'
import { lifeOf, thousandthsLeft } from '../../../renderer/identities/life.ts'
import { inMinutes, liveFor, NOW, problem } from '../../support/states/builders.ts'

const left = (life: ReturnType<typeof lifeOf>) => (life === null ? null : thousandthsLeft(life, NOW))

test('half of an hour is half of the bar', () => {
  expect(left(lifeOf(liveFor(30)))).toBe(500)
})

test('a failed renewal still shows what is left of the old keys', () => {
  const keys = { keysSince: inMinutes(-15), expiresAt: inMinutes(5) }
  expect(left(lifeOf({ kind: 'failed', problem: problem(), ...keys, retryAt: null }))).toBe(250)
})

test('keys without an end have no bar', () => {
  expect(lifeOf({ kind: 'live', since: NOW, expiresAt: null })).toBe(null)
})

test('a bar is never less than empty and never more than full', () => {
  const past = thousandthsLeft({ since: inMinutes(-60), expiresAt: inMinutes(-1) }, NOW)
  const future = thousandthsLeft({ since: inMinutes(5), expiresAt: inMinutes(65) }, NOW)
  expect([past, future]).toEqual([0, 1_000])
})
