import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endpointExports, EXPORT_FORMATS, keyExports, profileExports } from '#core/command/shell-exports'
import { dotenv } from '#core/config/dotenv'
import { profileName } from '#core/identity/names'

const staging = { profile: profileName('staging'), region: 'eu-west-1' }
const DOCUMENT = { Version: 1, AccessKeyId: 'ASIACANARY', SecretAccessKey: 'se/cr+et', SessionToken: 'to=ken' } as const

describe('the profile form', () => {
  test.each([
    ['bash', 'export AWS_PROFILE=staging\nexport AWS_REGION=eu-west-1\n'],
    ['fish', 'set -gx AWS_PROFILE staging\nset -gx AWS_REGION eu-west-1\n'],
    ['powershell', "$env:AWS_PROFILE = 'staging'\n$env:AWS_REGION = 'eu-west-1'\n"],
    ['cmd', 'set "AWS_PROFILE=staging"\nset "AWS_REGION=eu-west-1"\n'],
    ['dotenv', 'AWS_PROFILE=staging\nAWS_REGION=eu-west-1\n'],
    ['json', '{"AWS_PROFILE":"staging","AWS_REGION":"eu-west-1"}\n'],
  ] as const)('for %s', (format, text) => {
    expect(profileExports(format, staging)).toBe(text)
  })

  test.each(EXPORT_FORMATS)('names no region where there is none, for %s', (format) => {
    expect(profileExports(format, { ...staging, region: null })).not.toContain('REGION')
  })
})

test.each([
  [
    'bash',
    "export AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:4711/ab\nexport AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE='/own data/ab.token'\n",
  ],
  [
    'json',
    '{"AWS_CONTAINER_CREDENTIALS_FULL_URI":"http://127.0.0.1:4711/ab","AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE":"/own data/ab.token"}\n',
  ],
] as const)('a program is pointed at the endpoint by two variables, for %s', (format, text) => {
  expect(endpointExports(format, { uri: 'http://127.0.0.1:4711/ab', tokenFile: '/own data/ab.token' })).toBe(text)
})

test('keys as JSON are what a credential_process prints', () => {
  expect(JSON.parse(keyExports('json', DOCUMENT, 'eu-west-1'))).toEqual(DOCUMENT)
})

test('keys name the token only where there is one', () => {
  const { SessionToken: _token, ...longLived } = DOCUMENT
  expect(keyExports('bash', longLived, null)).toBe(
    'export AWS_ACCESS_KEY_ID=ASIACANARY\nexport AWS_SECRET_ACCESS_KEY=se/cr+et\n',
  )
  expect(keyExports('fish', DOCUMENT, null)).toContain('set -gx AWS_SESSION_TOKEN to=ken\n')
})

test.each(EXPORT_FORMATS.filter((format) => format !== 'json'))('a line break is refused for %s', (format) => {
  expect(() => profileExports(format, { ...staging, region: 'x\nrm -rf ~' })).toThrow(/control character/)
})

/** Everything that a shell could take for something else. */
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}/u.test(text)),
  fc.string({ unit: fc.constantFrom(...Array.from(`'"\\$\`%^!&|<>()#;~ *?[]{}=a‘’‚‛`)) }),
)
const some = value.filter((text) => text !== '')

test.skipIf(process.platform === 'win32')('a POSIX shell reads every value back', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 40 }), (values) => {
      const script = values.map((region) => `${exported('bash', region)}printf '%s\\0' "$AWS_REGION"`).join('\n')
      const read = execFileSync('sh', ['-c', script], { env: {} }).toString('utf8').split('\0')
      expect(read.slice(0, -1)).toEqual(values)
    }),
    { numRuns: 20 },
  )
})

test('fish reads every value back', () => {
  fc.assert(
    fc.property(some, (region) => {
      const [, word = ''] = /^set -gx AWS_REGION (.*)\n$/su.exec(exported('fish', region)) ?? []
      const inside = /^'(.*)'$/su.exec(word)?.[1]
      expect(inside === undefined ? word : inside.replaceAll(/\\([\\'])/g, '$1')).toBe(region)
      // No quote ends the word early.
      expect(inside?.replaceAll(/\\./gsu, '') ?? '').not.toContain("'")
    }),
  )
})

test('PowerShell reads every value back', () => {
  fc.assert(
    fc.property(some, (region) => {
      const [, inside = ''] = /^\$env:AWS_REGION = '(.*)'\n$/su.exec(exported('powershell', region)) ?? []
      expect(inside.replaceAll(/(['\u2018\u2019\u201A\u201B])\1/gu, '$1')).toBe(region)
      expect(inside.replaceAll(/(['\u2018\u2019\u201A\u201B])\1/gu, '')).not.toMatch(/['\u2018\u2019\u201A\u201B]/u)
    }),
  )
})

test('at the prompt of cmd nothing expands and nothing begins a command', () => {
  fc.assert(
    fc.property(some, (region) => {
      const text = exported('cmd', region).slice(0, -1)
      const quoted = /^set "AWS_REGION=([^"%^!]*)"$/su.exec(text)?.[1]
      const bare = /^set AWS_REGION=(.*)$/su.exec(text)?.[1]
      expect(quoted ?? bare?.replaceAll(/\^(.)/gsu, '$1')).toBe(region)
      if (quoted === undefined) expect(bare?.replaceAll(/\^./gsu, '')).not.toMatch(/["%!&|<>()]/)
    }),
  )
})

test('our own reader of .env files reads back what needs no escape', () => {
  fc.assert(
    fc.property(
      some.filter((text) => !text.includes("'")),
      (region) => {
        expect(dotenv(exported('dotenv', region))['AWS_REGION']).toBe(region)
      },
    ),
  )
})

function exported(format: (typeof EXPORT_FORMATS)[number], region: string): string {
  return profileExports(format, { profile: profileName('p'), region }).replace(/^.*\n/, '')
}
