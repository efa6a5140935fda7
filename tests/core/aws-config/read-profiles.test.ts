import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { mergedProfiles, readProfiles, type Profiles } from '#core/aws-config/read-profiles'

const read = (text: string, kind: 'config' | 'credentials' = 'config') => readProfiles({ text, file: kind, kind })

const plain = (profiles: Profiles) =>
  Object.fromEntries(
    [...profiles].map(([name, section]) => [
      name,
      Object.fromEntries([...section].map(([key, { value }]) => [key, value])),
    ]),
  )

/** The cross-SDK suite belongs to others: it is read from beside the checkout, and not part of it. */
const SUITE = fileURLToPath(new URL('../../../../shared/vectors/profile-parser-tests.json', import.meta.url))

interface Case {
  readonly name: string
  readonly input: { readonly configFile?: string; readonly credentialsFile?: string }
  readonly output: { readonly config?: { readonly profiles: unknown }; readonly errorContaining?: string }
}

if (existsSync(SUITE)) {
  const { tests } = JSON.parse(readFileSync(SUITE, 'utf8')) as { readonly tests: readonly Case[] }
  describe('the cross-SDK suite', () => {
    test.each(tests.map((one, index) => [`${index + 1} ${one.name}`, one] as const))(
      '%s',
      (_name, { input, output }) => {
        const config = read(input.configFile ?? '')
        const credentials = read(input.credentialsFile ?? '', 'credentials')
        if (output.errorContaining !== undefined) {
          const why = config.ok ? '' : (config.problems[0]?.message ?? '').toLowerCase()
          expect(why).toContain(output.errorContaining.toLowerCase())
        } else {
          expect(config.ok && credentials.ok && plain(mergedProfiles(config.value, credentials.value))).toEqual(
            output.config?.profiles,
          )
        }
      },
    )
  })
} else {
  test.skip(`the cross-SDK suite is not here (${SUITE}), so it was not run`, () => undefined)
}

test('secrets are secrets from the first line on', () => {
  const profiles = read(
    '[a]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI',
    'credentials',
  )
  expect([JSON.stringify(profiles.ok && [...(profiles.value.get('a') ?? [])])]).not.toContain('wJalrXUtnFEMI')
})

test('a malformed line is told with its place', () => {
  const profiles = read('[profile a]\nregion = x\nnonsense\n')
  expect(profiles).toMatchObject({
    ok: false,
    problems: [{ code: 'config/syntax', where: { file: 'config', line: 3 } }],
  })
})
