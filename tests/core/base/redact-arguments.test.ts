import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redactArguments } from '#core/base/redact'
import { canariesIn, CANARY } from '../../support/intruder/canary.ts'

/** Too short for any rule of shape: only the option before it gives it away. */
const SHORT = 'hunter2canary'

const harmless = fc.constantFrom('process', '--profile', 'two words', '-v', '--role', '', '--format=json', './x')
const option = fc.constantFrom('--password', '--secret-access-key', '--session-token', '--client-secret', '-password')
const shaped = fc.constantFrom(CANARY.secretAccessKey, CANARY.sessionToken, CANARY.accessKeyId)
const secret = fc.oneof(shaped, fc.constant(SHORT))

/** The ways in which a command line holds a secret: one word or two. */
const leak = fc.oneof(
  fc.tuple(option, secret).map(([name, value]) => [name, value]),
  fc.tuple(option, secret).map(([name, value]) => [`${name}=${value}`]),
  shaped.map((value) => [value]),
  shaped.map((value) => [`AWS_SECRET_ACCESS_KEY=${value}`]),
  secret.map((value) => [`https://me:${value.replaceAll('/', '_')}@proxy.example.com`]),
  secret.map((value) => ['-c', `export AWS_SECRET_ACCESS_KEY='${value}'; helper`]),
)

test('no secret survives, wherever in the command it stands', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          harmless.map((word) => [word]),
          leak,
        ),
        { maxLength: 8 },
      ),
      (words) => {
        const shown = redactArguments(['/opt/corp/helper', ...words.flat()]).join('\n')
        expect([canariesIn(shown), shown.includes(SHORT)]).toEqual([[], false])
      },
    ),
  )
})

test('there are as many words as were started, and harmless ones are as they were', () => {
  fc.assert(
    fc.property(fc.array(harmless), (words) => {
      expect(redactArguments(['/opt/corp/helper', ...words])).toEqual(['/opt/corp/helper', ...words])
    }),
  )
})

test('what follows the name of a secret is hidden, and another option is none', () => {
  expect(redactArguments(['helper', '--password', SHORT, '--password', '--verbose'])).toEqual([
    'helper',
    '--password',
    '[hidden]',
    '--password',
    '--verbose',
  ])
})
