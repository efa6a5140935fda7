import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { profileExports } from '#core/command/shell-exports'
import { unsetLines } from '#core/command/shell-unsets'
import { profileName } from '#core/identity/names'
import { isOnPath } from '../../support/programs/on-path.ts'

/** How each shell runs a script, and prints a variable with a zero behind it. */
const SHELLS = [
  { format: 'bash', program: 'bash', args: ['-c'], print: `printf '%s\\0' "$AWS_REGION"\n` },
  { format: 'bash', program: 'zsh', args: ['-f', '-c'], print: `printf '%s\\0' "$AWS_REGION"\n` },
  { format: 'fish', program: 'fish', args: ['--no-config', '-c'], print: `printf '%s\\0' "$AWS_REGION"\n` },
  {
    format: 'powershell',
    program: 'pwsh',
    args: ['-NoProfile', '-Command'],
    print: `[Console]::Out.Write($env:AWS_REGION + [char]0)\n`,
  },
] as const

/** Everything that a shell could take for something else, and what else people write. */
const value = fc
  .oneof(
    fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}/u.test(text)),
    fc.string({ unit: fc.constantFrom(...Array.from(`'"\\$\`%^!&|<>()#;~ *?[]{}=a‘’‚‛`)) }),
  )
  .filter((text) => text !== '')

describe.each(SHELLS)('$program (skipped where there is none)', ({ format, program, args, print }) => {
  test.skipIf(!isOnPath(program))('hands on exactly the value that was exported', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
        const exported = (region: string) => profileExports(format, { profile: profileName('p'), region })
        const script = values.map((region) => `${exported(region)}${print}`).join('')
        const read = execFileSync(program, [...args, script], { env: { PATH: process.env['PATH'] } }).toString('utf8')
        expect(read.split('\0').slice(0, -1)).toEqual(values)
      }),
      { numRuns: 15 },
    )
  })

  test.skipIf(!isOnPath(program))(
    'takes away what would win over a profile, and says nothing about what is not there',
    () => {
      const env = { PATH: process.env['PATH'], AWS_SESSION_TOKEN: 'x', AWS_DEFAULT_PROFILE: 'x', AWS_ROLE_ARN: 'x' }
      const gone = ['AWS_ACCESS_KEY_ID', 'AWS_SESSION_TOKEN', 'AWS_DEFAULT_PROFILE', 'AWS_ROLE_ARN']
      const script = `${unsetLines(format, gone)}env\n`
      const left = execFileSync(program, [...args, script], {
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      expect(left.split('\n').filter((line) => line.startsWith('AWS_'))).toEqual([])
    },
  )
})
