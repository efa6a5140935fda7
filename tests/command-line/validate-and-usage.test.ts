import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CommandLine, commandLine, commandLineBundle } from '../support/command-line.ts'
import { printKeys } from '../support/helper-scripts.ts'

let bundle: Awaited<ReturnType<typeof commandLineBundle>>
let credtray: CommandLine

beforeAll(async () => {
  bundle = await commandLineBundle()
}, 60_000)
afterAll(() => bundle[Symbol.asyncDispose]())
beforeEach(async () => {
  credtray = await commandLine(bundle.script)
})
afterEach(() => credtray[Symbol.asyncDispose]())

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
    ['an unknown sub-command', ['frobnicate']],
    ['an unknown switch', ['list', '--jsno']],
    ['a switch without its value', ['list', '--config']],
    ['refresh without a name', ['refresh']],
    ['status with a name', ['status', 'good']],
    ['two files to validate', ['validate', 'a', 'b']],
  ])('%s is exit code 2, with words on stderr and nothing on stdout', async (_what, args) => {
    const { code, out, err } = await credtray.run(...args)
    expect([code, out, err]).toEqual([2, '', expect.stringContaining('credtray refresh NAME')])
  })

  test('--version prints the version', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(await credtray.run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })
})
