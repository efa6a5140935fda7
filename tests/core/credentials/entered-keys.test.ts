import { describe, expect, test } from 'vitest'
import { enteredKeys } from '#core/credentials/entered-keys'
import { decodeKeyPair, decodeSealedKeys, encodeSealedKeys } from '#core/credentials/kept-keys'

const pair = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }

describe('keys that a person types', () => {
  test('lose the white space that came along when they were copied', () => {
    const entered = enteredKeys({
      accessKeyId: ` ${pair.accessKeyId}\n`,
      secretAccessKey: `\t${pair.secretAccessKey} `,
    })
    expect(entered.ok && [entered.value.accessKeyId, entered.value.secretAccessKey.reveal()]).toEqual(
      Object.values(pair),
    )
  })

  test.each([
    ['the id of temporary keys', { accessKeyId: 'ASIAIOSFODNN7EXAMPLE' }, /temporary/],
    ['an id with a letter lost', { accessKeyId: 'AKIAIOSFODN' }, /not an access key id/],
    ['the secret in the field of the id', { accessKeyId: pair.secretAccessKey }, /not an access key id/],
    ['an empty secret', { secretAccessKey: '' }, /not a secret access key/],
    ['a secret with a space in it', { secretAccessKey: 'wJalrXUtnFEMI K7MDENG bPxRfiCYEXAMPLEKEY' }, /not a secret/],
  ])('are refused for %s, without repeating it', (_what, change, words) => {
    const entered = enteredKeys({ ...pair, ...change })
    expect(entered).toMatchObject({
      ok: false,
      problems: [{ code: 'user/bad-keys', message: expect.stringMatching(words) }],
    })
    expect(JSON.stringify(entered)).not.toContain('wJalr')
  })
})

describe('the file of typed keys', () => {
  test('comes back as it was written', () => {
    const keys = new Map([
      ['ana', 'c2VhbGVk'],
      ['__proto__', 'eA=='],
    ])
    expect([...(decodeSealedKeys(encodeSealedKeys(keys)) ?? [])]).toContainEqual(['ana', 'c2VhbGVk'])
  })

  test.each([[null], [[]], [{ version: 2, keys: {} }], [{ version: 1, keys: { ana: 1 } }]])('is not %j', (raw) => {
    expect(decodeSealedKeys(raw)).toBeNull()
  })

  test.each([[null], [{}], [{ accessKeyId: '', secretAccessKey: 'x' }]])('holds no keys in %j', (raw) => {
    expect(decodeKeyPair(raw)).toBeNull()
  })
})
