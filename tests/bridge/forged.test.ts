import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ProblemError } from '#core/base/problem'
import type { Channel } from '#bridge/contract'
import { decodeQuestion, decoders, isChannel } from '#bridge/decode'

const channels = Object.keys(decoders).filter(isChannel)

/** What a page that was taken over might send. */
const forged: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
  fc.record({ name: fc.anything(), mfaCode: fc.anything() }, { requiredKeys: [] }),
  fc.constantFrom(
    '',
    'x'.repeat(257),
    { __proto__: { name: 'staging' } },
    Object.create({ name: 'staging', mfaCode: null }),
  ),
)

function outcome(channel: Channel, raw: unknown): { readonly value: unknown } | { readonly refused: unknown } {
  try {
    return { value: decoders[channel](raw) }
  } catch (error) {
    return { refused: error }
  }
}

describe('law: whatever is sent', () => {
  test.each(channels)('%s answers with a value or with a Problem, never with another throw', (channel) => {
    fc.assert(
      fc.property(forged, (raw) => {
        const told = outcome(channel, raw)
        return 'value' in told || told.refused instanceof ProblemError
      }),
    )
  })

  test.each(channels.filter((channel) => /^session\/(activate|deactivate|cancel|copy)/.test(channel)))(
    '%s lets only a name of a sane length through',
    (channel) => {
      fc.assert(
        fc.property(forged, (raw) => {
          const told = outcome(channel, raw)
          return 'refused' in told || (typeof raw === 'string' && raw.length > 0 && raw.length <= 256)
        }),
      )
    },
  )

  test('a refused message says nothing of what was sent', () => {
    const told = outcome('session/refresh', { name: 'staging', mfaCode: 'canary' })
    expect(
      JSON.stringify('refused' in told && told.refused instanceof ProblemError && told.refused.problem),
    ).not.toMatch(/canary|staging/)
  })
})

describe('session/refresh', () => {
  const refresh = (raw: unknown): boolean => 'value' in outcome('session/refresh', raw)

  test.each(['123456', null])('takes the code %s', (mfaCode) => {
    expect(refresh({ name: 'staging', mfaCode })).toBe(true)
  })

  test.each(['12345', '1234567', '12345a', '123456\n', ' 123456', '１２３４５６', 123456, undefined, ['123456']])(
    'refuses the code %j',
    (mfaCode) => {
      expect(refresh({ name: 'staging', mfaCode })).toBe(false)
    },
  )

  test('refuses members that nobody asked for', () => {
    expect(refresh({ name: 'staging', mfaCode: null, write: false })).toBe(false)
  })
})

test('only the listed channels are channels', () => {
  const others = [
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'session/read',
    'SNAPSHOT/READ',
    'app/quit ',
  ]
  expect([channels.every(isChannel), others.filter(isChannel)]).toEqual([true, []])
})

test.each(channels.filter((channel) => /^(snapshot|app\/(hide|quit))/.test(channel)))(
  '%s takes nothing, and nothing else',
  (channel) => {
    const taken = [undefined, null, 0, '', false, {}, []].map((raw) => 'value' in outcome(channel, raw))
    expect(taken).toEqual([true, true, false, false, false, false, false])
  },
)

test.each(['config/open', 'config/excerpt'] as const)('%s takes a place and nothing like one', (channel) => {
  const place = { file: '/home/ana/atmos.yaml', line: 3, column: 5 }
  const taken = [
    place,
    { ...place, line: 0 },
    { ...place, column: 1.5 },
    { ...place, file: '' },
    { ...place, mode: 'w' },
    '/etc/passwd',
    undefined,
  ].map((raw) => 'value' in outcome(channel, raw))
  expect(taken).toEqual([true, false, false, false, false, false, false])
})

test('law: a question of the command line names an identity, or needs none', () => {
  fc.assert(
    fc.property(
      fc.oneof(forged, fc.record({ ask: fc.constantFrom('snapshot', 'refresh', 'keys'), name: forged })),
      (raw) => {
        const question = decodeQuestion(raw)
        return question === null || !('name' in question) || question.name.length > 0
      },
    ),
  )
})
