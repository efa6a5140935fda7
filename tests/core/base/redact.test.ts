import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redact, redactCommand } from '#core/base/redact'

const ID = 'ASIAIOSFODNN7EXAMPLE'
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const TOKEN = 'IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCXVzLWVhc3QtMSJHMEUCIQ=='
/** Too short for the rule of forty: only its name gives it away. */
const SHORT = 'hunter2canary'

test.each([
  `debug: AccessKeyId=${ID} SecretAccessKey=${SECRET} SessionToken=${TOKEN}`,
  `{"AccessKeyId":"${ID}","SecretAccessKey":"${SHORT}","SessionToken": "${SHORT}"}`,
  `{\\"SecretAccessKey\\":\\"${SHORT}\\"}`,
  `export AWS_SECRET_ACCESS_KEY='${SHORT}'`,
  `aws_secret_access_key = ${SHORT}`,
  `$Env:AWS_SESSION_TOKEN="${SHORT}"`,
  `Secret access key: ${SHORT}`,
  `secretAccessKey => ${SHORT}`,
  `password: ${SHORT}`,
  `client_secret=${SHORT}&grant_type=x`,
  `--password ${SHORT}`,
  `tool --mfa-token ${SHORT} run`,
  `Authorization: Bearer ${SHORT}`,
  `https://me:${SHORT}@proxy.example.com:3128`,
  `SAMLResponse=${SHORT}`,
  `the key is ${SECRET}`,
  `secret ${SECRET.replaceAll('/', '\\/')}`,
  `secret ${encodeURIComponent(SECRET)}`,
  `\u001b[31mSecret\u001b[0mAccessKey\u001b[1m=\u001b[0m${SHORT}`,
  `Secret\u200bAccessKey=${SHORT}`,
  `AWS_ACCESS_KEY_ID_${ID}`,
  `eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.${SHORT}`,
])('nothing secret is left of %j', (text) => {
  const safe = redact(text)
  const pieces = [ID.slice(4), SECRET.slice(0, 12), SECRET.slice(-10), TOKEN.slice(0, 12), SHORT]
  expect(pieces.filter((piece) => safe.includes(piece))).toEqual([])
})

test('the kind of a key stays readable', () => {
  expect(redact(`using ${ID} now`)).toBe('using ASIA… now')
})

test.each([
  'Touch your YubiKey...',
  'Must run `aws-sso login` before running `aws-sso process`',
  'Please open https://device.sso.eu-west-1.amazonaws.com/?user_code=ABCD-EFGH in your browser',
  'aws-vault: error: exec: open /dev/tty: no such device or address',
  'Session token expired, run granted sso login',
  'Enter MFA code for arn:aws:iam::111111111111:mfa/jane: ',
  'error: invalid token: expired',
  'Zugriff für Jörg – ok 🙂',
])('%j is left as it is', (text) => {
  expect(redact(text)).toBe(text)
})

test('colours, bells and tricks with the direction of writing are taken out', () => {
  expect(redact('\u001b]0;title\u0007\u001b[1;31mred\u001b[0m\u0007 \u202egnp.exe\tx\ny')).toBe('red gnp.exe\tx\ny')
})

test('a secret of forty characters is hidden between any words', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'Z', ' ', ':', '"', '.', '\n', '(', '=') })
  fc.assert(
    fc.property(words, words, (before, behind) => !redact(`${before}${SECRET}${behind}`).includes(SECRET.slice(5, 20))),
    { numRuns: 2_000 },
  )
})

test('redacting twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(ID, SECRET, 'password=', ': ', ' ', 'x', '"', '\n', 'Bearer ')), (parts) => {
      const once = redact(parts.join(''))
      expect(redact(once)).toBe(once)
    }),
  )
})

// An expression that goes back at each letter would take hours here.
test.each(['a', 'a:', '"', 'secret', 'http://a:', '\u001b[', 'eyJ.', 'password= ', '- '])(
  'long text of %j is redacted',
  (piece) => {
    expect(redact(piece.repeat(20_000))).toBeTypeOf('string')
  },
)

describe('a command line', () => {
  test('keeps the long path of its program', () => {
    const path = '/usr/local/share/corporate/credentials/helpers/print'
    expect(redactCommand(`${path} staging`)).toBe(`${path} staging`)
  })

  test('keeps long paths among its arguments', () => {
    const command = 'sign --certificate /home/ana/certificates/corporate/production/client-one --verbose'
    expect(redactCommand(command)).toBe(command)
  })

  test('hides a secret that stands in a path', () => {
    expect(redactCommand(`sign --file /home/ana/${'k'.repeat(40)}/x`)).toBe('sign --file /home/ana/[hidden]/x')
  })

  test('hides a secret among its arguments, and in a first word that sets a variable', () => {
    const shown = [redactCommand(`"/opt/a b/helper" --password ${SECRET}`), redactCommand(`TOKEN_CODE=${SECRET} x`)]
    expect(shown.join(' ')).not.toContain(SECRET)
  })
})
