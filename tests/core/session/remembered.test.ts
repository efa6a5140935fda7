import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeRemembered, NOTHING_REMEMBERED, type Remembered } from '#core/session/remembered'
import { identityName, inMinutes, NOW, profileName } from '../../support/states/builders.ts'

const written = { fingerprint: '0123456789abcdef', since: NOW, expiresAt: inMinutes(60) }
const remembered: Remembered = {
  paused: true,
  active: [
    { name: identityName('one'), profile: profileName('uno'), written },
    { name: identityName('two'), profile: profileName('two'), written: { ...written, expiresAt: null } },
    { name: identityName('three'), profile: profileName('three'), written: null },
  ],
}

test('what was written is read back as it was', () => {
  const texts = [remembered, NOTHING_REMEMBERED].map((value) => JSON.stringify(value))
  expect(texts.map((text) => decodeRemembered(JSON.parse(text)))).toEqual([remembered, NOTHING_REMEMBERED])
})

test('members of a newer version are passed over', () => {
  expect(decodeRemembered({ ...NOTHING_REMEMBERED, favourites: ['one'] })).toMatchObject(NOTHING_REMEMBERED)
})

test('law: anything else is nothing, and never a throw', () => {
  fc.assert(
    fc.property(fc.anything(), (raw) => {
      const decoded = decodeRemembered(raw)
      return decoded === null || Array.isArray(decoded.active)
    }),
  )
})
