import { expect, test } from 'vitest'
import { Secret } from '#core/base/secret'
import { decoders } from '#bridge/decode'

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const typed = { name: 'ana', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: SECRET }

test('typed keys come out of the bridge with their secret locked away', () => {
  const received = decoders['user/enter-keys'](typed)
  expect([received.name, received.keys.accessKeyId, received.keys.secretAccessKey instanceof Secret]).toEqual([
    'ana',
    typed.accessKeyId,
    true,
  ])
  expect(JSON.stringify(received)).not.toContain('wJalr')
})

test.each([
  ['temporary keys', { ...typed, accessKeyId: 'ASIAIOSFODNN7EXAMPLE' }, 'user/bad-keys'],
  ['half a pair', { name: 'ana', accessKeyId: typed.accessKeyId }, 'bridge/refused'],
  ['a novel', { ...typed, secretAccessKey: 'x'.repeat(600) }, 'bridge/refused'],
  ['more than was asked for', { ...typed, path: '/etc/passwd' }, 'bridge/refused'],
  ['nothing', null, 'bridge/refused'],
])('%s is refused without repeating it', (_what, raw, code) => {
  const refused = (): unknown => {
    try {
      return decoders['user/enter-keys'](raw)
    } catch (error) {
      return error
    }
  }
  const error = refused()
  expect(error).toMatchObject({ problem: { code } })
  expect(JSON.stringify(error)).not.toMatch(/wJalr|xxxx/)
})
