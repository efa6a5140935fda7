import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { useCommandLine } from '../support/programs/command-line.ts'
import { printKeys } from '../support/programs/helper-scripts.ts'

const MINE = '# mine\n[default]\nregion = eu-west-1'
const NOWHERE = 'http://127.0.0.1:9/'

const credtray = useCommandLine({ AWS_ENDPOINT_URL_STS: NOWHERE, CREDTRAY_IDENTITY_CHECK: 'off' })

beforeEach(async () => {
  const helper = await credtray.helpers.write('good', printKeys('EXAMPLETOKEN'))
  await credtray.configure(`auth:
  identities:
    staging: { kind: aws/credentials, credentials: { credential_process: '${helper}' } }
`)
})

async function save(text: string): Promise<void> {
  await mkdir(dirname(credtray.credentialsFile), { recursive: true, mode: 0o700 })
  await writeFile(credtray.credentialsFile, text, { mode: 0o600 })
}

describe('undo', () => {
  test('leapp#3: the first refresh says that the file was changed, and undo brings it back to the byte', async () => {
    await save(MINE)
    const first = await credtray.run('refresh', 'staging')
    const second = await credtray.run('refresh', 'staging')
    const undone = await credtray.run('undo', '--json')
    expect([
      /\[staging\] was added to .*credtray undo/.test(first.err),
      second.err,
      undone.code,
      JSON.parse(undone.out),
      await credtray.credentials(),
    ]).toEqual([true, '', 0, { profile: 'staging', files: [credtray.credentialsFile] }, MINE])
  })

  test('the list shows the change and where the copy is', async () => {
    await save(MINE)
    await credtray.run('refresh', 'staging')
    const { out } = await credtray.run('undo', '--list')
    const [copy] = (await readdir(join(dirname(credtray.credentialsFile), 'credtray-backups'))).filter((name) =>
      name.startsWith('credentials'),
    )
    expect([out.includes('[staging]'), copy !== undefined && out.includes(copy)]).toEqual([true, true])
  })

  test('a section that somebody else changed is refused and named', async () => {
    await save(MINE)
    await credtray.run('refresh', 'staging')
    await writeFile(credtray.credentialsFile, `${await credtray.credentials()}output = json\n`)
    const { code, err } = await credtray.run('undo', 'staging')
    expect([code, /file\/changed-since.*"staging"/.test(err)]).toEqual([1, true])
  })

  test.each([
    [['undo'], 1, /file\/nothing-to-undo/],
    [['undo', 'a', 'b'], 2, /one profile/],
    [['list', '--list'], 2, /no --list/],
    [['doctor', 'x'], 2, /no names/],
  ])('%j ends with %i', async (args, expected, words) => {
    const { code, err } = await credtray.run(...args)
    expect([code, words.test(err)]).toEqual([expected, true])
  })
})

describe('doctor', () => {
  test('names what it found with file and line, and ends with 1', async () => {
    await save('[a]\nx = 1\n[a]\ny = 1\n')
    await chmod(credtray.credentialsFile, 0o644)
    const { code, out } = await credtray.run('doctor')
    expect([code, out.includes(`${credtray.credentialsFile}:3`), out.includes('chmod 600')]).toEqual([1, true, true])
  })

  test('says as JSON what it found and what it could not look at', async () => {
    await save(`${MINE}\n`)
    const { out } = await credtray.run('doctor', '--json')
    const { findings, unchecked } = JSON.parse(out)
    const codes: readonly string[] = findings.map(({ code }: { readonly code: string }) => code)
    // A machine that runs tests has no tray; everything else is in order here.
    expect([codes.filter((code) => code !== 'NO_TRAY_HOST'), unchecked]).toEqual([
      [],
      ['The clock could not be compared with AWS: 127.0.0.1:9 did not answer.'],
    ])
  })
})
