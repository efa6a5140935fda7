import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { useCommandLine } from '../support/programs/command-line.ts'
import { printKeys } from '../support/programs/helper-scripts.ts'

const TOKEN = 'AQoDYXdzEJrEXAMPLETOKEN/canary'
const SECRETS = /wJalrXUtn|canary|ASIAIOSFODNN7EXAMPLE/

const credtray = useCommandLine()

/** `good` and `broken` run helpers, `person` needs an MFA code, `elsewhere` is of a kind that is not ours. */
async function configured(): Promise<string> {
  const good = await credtray.helpers.write('good', printKeys(TOKEN))
  const broken = await credtray.helpers.write('broken', 'echo "the VPN is off" >&2; exit 7')
  return credtray.configure(`auth:
  identities:
    good:
      kind: aws/credentials
      credentials: { credential_process: '${good}' }
    second:
      kind: aws/credentials
      credentials: { credential_process: '${good}' }
    broken:
      kind: aws/credentials
      credentials: { credential_process: '${broken}' }
    person:
      kind: aws/user
      credentials:
        access_key_id: AKIAIOSFODNN7EXAMPLE
        secret_access_key: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        mfa_arn: arn:aws:iam::111122223333:mfa/ana
    elsewhere:
      kind: aws/permission-set
`)
}

describe('list and status', () => {
  test('list every identity, with its profile and its state', async () => {
    await configured()
    const { code, out } = await credtray.run('list')
    expect([code, out.split('\n').map((line) => line.split(/ {2,}/))]).toEqual([
      0,
      [
        ['good', '[good]', 'aws/credentials', 'inactive'],
        ['second', '[second]', 'aws/credentials', 'inactive'],
        ['broken', '[broken]', 'aws/credentials', 'inactive'],
        ['person', '[person]', 'aws/user', 'inactive'],
        ['elsewhere', '[elsewhere]', 'aws/permission-set', 'not handled'],
        [''],
      ],
    ])
  })

  test('list as data for programs, where a problem has all of its members', async () => {
    await configured()
    const { out } = await credtray.run('list', '--json')
    const rows = JSON.parse(out)
    expect([rows[0], Object.keys(rows[4].problem)]).toEqual([
      {
        identity: 'good',
        profile: 'good',
        kind: 'aws/credentials',
        account: null,
        region: null,
        chain: ['good'],
        active: false,
        state: 'inactive',
        expiresAt: null,
        nextRefreshAt: null,
        problem: null,
      },
      ['code', 'message', 'hint', 'where'],
    ])
  })

  test('status tells of nobody where nobody is active: no data, and a word', async () => {
    await configured()
    expect(await credtray.run('status')).toEqual({ code: 0, out: '', err: 'No identity is active.\n' })
  })

  test('a configuration of which nothing can be used is exit code 2', async () => {
    await credtray.configure('auth: [')
    const { code, out, err } = await credtray.run('list')
    expect([code, out, err]).toEqual([2, '', expect.stringContaining('config/syntax')])
  })

  test('without any configuration it is the demo, and says so', async () => {
    const { code, err } = await credtray.run('status')
    expect([code, err]).toEqual([0, expect.stringContaining('demo')])
  })

  test('a data folder that cannot be made is told in words, and the process ends', async () => {
    await writeFile(join(credtray.home, 'file'), '')
    const { code, out, err } = await credtray.run('list', '--data-dir', join(credtray.home, 'file/below'))
    expect([code, out, err]).toEqual([1, '', expect.stringContaining('ENOTDIR')])
  })
})

describe('refresh', () => {
  test('obtains, writes the profile, and prints neither key nor token', async () => {
    await configured()
    const { code, out, err } = await credtray.run('refresh', 'good')
    const file = await credtray.credentials()
    expect([code, out, err, file.includes(TOKEN), SECRETS.test(out + err)]).toEqual([
      0,
      'good  [good]  2999-01-01T00:00:00Z\n',
      expect.stringContaining('[good] was added to '),
      true,
      false,
    ])
  })

  test('prints one row an identity for programs', async () => {
    await configured()
    const { code, out } = await credtray.run('refresh', 'good', 'second', '--json')
    const row = { ok: true, expiresAt: '2999-01-01T00:00:00Z', warnings: [], problem: null }
    expect([code, JSON.parse(out)]).toEqual([
      0,
      [
        { identity: 'good', profile: 'good', ...row },
        { identity: 'second', profile: 'second', ...row },
      ],
    ])
  })

  test('a helper that fails is exit code 1, and the others are written', async () => {
    await configured()
    const { code, out, err } = await credtray.run('refresh', 'broken', 'good', '--json')
    const [broken, good] = JSON.parse(out)
    expect([code, broken, good.ok, err, (await credtray.credentials()).includes('[good]')]).toEqual([
      1,
      {
        identity: 'broken',
        profile: 'broken',
        ok: false,
        expiresAt: null,
        warnings: [],
        problem: {
          code: 'process/exit-nonzero',
          message: expect.stringContaining('7'),
          hint: expect.any(String),
          where: null,
        },
      },
      true,
      expect.stringMatching(/^broken: process\/exit-nonzero: .*\nLast run:\n  the VPN is off$/m),
      true,
    ])
  })

  test('what needs a person is exit code 3, and nothing is written', async () => {
    await configured()
    const { code, out } = await credtray.run('refresh', 'person', '--json')
    expect([code, JSON.parse(out)[0].problem.code, await credtray.credentials()]).toEqual([
      3,
      'session/needs-person',
      '',
    ])
  })

  test('a name that nobody has is exit code 2', async () => {
    await configured()
    const { code, out, err } = await credtray.run('refresh', 'nobody')
    expect([code, out, err]).toEqual([2, '', expect.stringContaining('identity/unknown')])
  })

  test('a kind that is not ours is exit code 2', async () => {
    await configured()
    expect((await credtray.run('refresh', 'elsewhere')).code).toBe(2)
  })

  test('where the configuration is broken, that is told besides the unknown name', async () => {
    await credtray.configure('auth: [')
    const { code, err } = await credtray.run('refresh', 'good')
    expect([code, err]).toEqual([2, expect.stringContaining('config/syntax')])
  })

  test('works without a folder for its own data', async () => {
    await configured()
    await writeFile(credtray.dataDir, 'a file is in the way')
    const { code, out } = await credtray.run('refresh', 'good')
    expect([code, out]).toEqual([0, expect.stringContaining('2999')])
  })
})

describe('activate and deactivate without an app', () => {
  test('write the profile now and remember the wish for the next start, and take both back', async () => {
    await configured()
    const on = await credtray.run('activate', 'good', '--json')
    const file = await credtray.credentials()
    const status = await credtray.run('status', '--json')
    const off = await credtray.run('deactivate', 'good')
    const after = await credtray.run('status')
    expect([on.code, JSON.parse(on.out)[0], file.includes(TOKEN), JSON.parse(status.out)[0]]).toMatchObject([
      0,
      { identity: 'good', ok: true, expiresAt: '2999-01-01T00:00:00Z' },
      true,
      { identity: 'good', active: true, state: 'live' },
    ])
    expect([off, await credtray.credentials(), after.err]).toEqual([
      { code: 0, out: 'good  [good]  inactive\n', err: '' },
      '',
      'No identity is active.\n',
    ])
  })

  test.each([
    ['broken', 1, 'process/exit-nonzero'],
    ['person', 3, 'session/needs-person'],
    ['elsewhere', 2, 'identity/not-handled'],
    ['goood', 2, 'Did you mean good?'],
  ])('%s ends with %i and says why', async (name, code, why) => {
    await configured()
    const ran = await credtray.run('activate', name)
    expect([ran.code, ran.out, ran.err]).toEqual([code, '', expect.stringContaining(why)])
  })

  test('what needs a person stays wanted, so that the app asks at its next start', async () => {
    await configured()
    await credtray.run('activate', 'person')
    const { out } = await credtray.run('status', '--json')
    expect(JSON.parse(out)).toMatchObject([{ identity: 'person', active: true }])
  })
})
