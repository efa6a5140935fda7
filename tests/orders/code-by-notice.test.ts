import { expect, test } from 'vitest'
import { ProblemError } from '#core/base/problem'
import { codeByNotice } from '../../electron/orders/code-by-notice.ts'
import { codeAsk, identityName, liveFor, problem, snapshot, view } from '../support/states/builders.ts'

const staging = identityName('staging')
const asking = snapshot([
  view('staging', { state: { kind: 'needs-you', ask: codeAsk(), keysSince: null, expiresAt: null } }),
])

function desk(after = asking, refuses = false) {
  const sent: (string | null)[] = []
  const parts = {
    engine: { snapshot: () => after },
    orders: {
      async refresh(_name: unknown, code: string | null) {
        sent.push(code)
        if (refuses) throw new ProblemError(problem({ message: 'AWS did not take the code.' }))
      },
    },
  }
  return { sent, type: (text: string) => codeByNotice(parts, staging, text) }
}

test('six digits go straight to AWS, however they are spaced', async () => {
  const { sent, type } = desk()
  expect([await type(' 123 456 '), sent]).toEqual([null, ['123456']])
})

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])(
  '"%s" is asked for again and sent to nobody',
  async (text) => {
    const { sent, type } = desk()
    const again = await type(text)
    expect([again?.body.startsWith('That was not six digits.'), again?.reply, sent]).toEqual([true, 'staging', []])
  },
)

test('a code that AWS refuses is asked for again, with the reason', async () => {
  const again = await desk(asking, true).type('123456')
  expect([again?.title, again?.body.startsWith('AWS did not take the code.')]).toEqual(['staging needs you', true])
})

test('what no longer asks for a code is left to its own notice', async () => {
  expect(await desk(snapshot([view('staging', { state: liveFor(40) })]), true).type('123456')).toBe(null)
})
