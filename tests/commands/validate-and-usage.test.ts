import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ALL_COMMANDS } from '../../electron/commands/all-commands.ts'
import { useCommandLine } from '../support/programs/command-line.ts'
import { printKeys } from '../support/programs/helper-scripts.ts'

const credtray = useCommandLine()

async function configured(): Promise<string> {
  const good = await credtray.helpers.write('good', printKeys())
  return credtray.configure(`auth:
  identities:
    good:
      kind: aws/credential-process
      credentials: { credential_process: '${good}' }
`)
}

const BAD = `auth:
  identities:
    good:
      kind: aws/credential-process
`

describe('validate', () => {
  test('a good configuration: no data, a word, exit code 0', async () => {
    const file = await configured()
    const { code, err } = await credtray.run('validate')
    expect([code, err]).toEqual([0, expect.stringContaining(`${file} has no problems.`)])
  })

  test('each problem stands on stdout in the form that editors jump to', async () => {
    const file = join(credtray.home, 'other.yaml')
    await writeFile(file, BAD)
    const { code, out, err } = await credtray.run('validate', 'other.yaml')
    expect([code, out, err]).toEqual([
      2,
      expect.stringMatching(new RegExp(`^${file}:3:5: config/missing-command: .+ \\(.+\\)\\n$`)),
      '',
    ])
  })

  test('the same for programs', async () => {
    const file = join(credtray.home, 'other.yaml')
    await writeFile(file, BAD)
    const { out } = await credtray.run('validate', file, '--json')
    expect(JSON.parse(out)).toMatchObject({
      file,
      problems: [{ code: 'config/missing-command', where: { file, line: 3 } }],
      notes: [],
    })
  })

  test('of another file leaves what is active in the credentials file', async () => {
    await configured()
    await credtray.run('refresh', 'good')
    const written = await credtray.credentials()
    const state = JSON.stringify({
      paused: false,
      active: [{ name: 'good', profile: 'good', written: { fingerprint: 'x', since: 0, expiresAt: null } }],
    })
    await mkdir(credtray.dataDir, { recursive: true })
    await writeFile(join(credtray.dataDir, 'state.json'), state)
    await writeFile(join(credtray.home, 'other.yaml'), 'auth: { identities: {} }\n')
    await credtray.run('validate', 'other.yaml')
    expect(await credtray.credentials()).toBe(written)
  })

  test('a file that is not there is exit code 2', async () => {
    const { code, out } = await credtray.run('validate', 'nowhere.yaml')
    expect([code, out]).toEqual([2, expect.stringContaining('config/not-found')])
  })
})

describe('usage', () => {
  test.each([
    ['an unknown sub-command', ['stauts'], 'There is no sub-command stauts. Did you mean status?'],
    ['a sub-command like no other', ['frobnicate'], 'There is no sub-command frobnicate.\n'],
    ['an unknown switch', ['list', '--jsno'], 'list takes no --jsno. Did you mean --json?'],
    ['a switch of another command', ['list', '--csv'], 'list takes no --csv.\n'],
    ['a switch before the command', ['--jsno', 'list'], 'list takes no --jsno. Did you mean --json?'],
    ['a switch without its value', ['list', '--config'], '--config needs a value: FILE.'],
    ['a switch where a value should stand', ['list', '--config', '--json'], '--config needs a value: FILE.'],
    ['a value that is not wanted', ['list', '--json=yes'], '--json takes no value.'],
    ['refresh without a name', ['refresh'], 'refresh needs the name of an identity.\nUsage: credtray refresh NAME…'],
    ['status with a name', ['status', 'good'], 'status takes no names.'],
    ['two files to validate', ['validate', 'a', 'b'], 'validate takes one file and no more.'],
    ['help for what is not there', ['help', 'refrehs'], 'Did you mean refresh?'],
    ['a switch alone', ['--vresion'], 'Did you mean --version?'],
  ])('%s is exit code 2, with words on stderr and nothing on stdout', async (_what, args, words) => {
    expect(await credtray.run(...args)).toEqual({ code: 2, out: '', err: expect.stringContaining(words) })
  })

  test('--version prints the version', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(await credtray.run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  test('help fits a screen, and names every sub-command once', async () => {
    const { code, out } = await credtray.run('--help')
    const lines = out.split('\n')
    const named = lines.flatMap((line) => /^ {2}([a-z]+)\b/.exec(line)?.[1] ?? [])
    const known = ALL_COMMANDS.filter(({ group }) => group !== 'inside').map(({ name }) => name)
    expect([code, named.toSorted(), lines.length < 50, Math.max(...lines.map(({ length }) => length)) <= 120]).toEqual([
      0,
      known.toSorted(),
      true,
      true,
    ])
  })

  test('help about a command is the same both ways, and needs no name', async () => {
    const [asked, switched] = await Promise.all([credtray.run('help', 'refresh'), credtray.run('refresh', '--help')])
    expect([switched, asked.out]).toEqual([
      { code: 0, out: asked.out, err: '' },
      expect.stringMatching(/^credtray refresh NAME….*\n[^]*--json/),
    ])
  })
})
