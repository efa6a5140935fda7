import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { useCommandLine } from '../support/programs/command-line.ts'
import { printKeys } from '../support/programs/helper-scripts.ts'

const credtray = useCommandLine()

afterEach(() => credtray.run('panic'))

async function configured(): Promise<void> {
  const helper = await credtray.helpers.write('helper', printKeys())
  await credtray.configure(`auth:
  identities:
    good: { kind: aws/credentials, credentials: { credential_process: '${helper}' } }
`)
}

describe('a [default] profile of the shared files, which every SDK asks first', () => {
  const SHOW = ['--', 'sh', '-c', 'cat "$AWS_SHARED_CREDENTIALS_FILE" "$AWS_CONFIG_FILE"'] as const

  async function shared(name: string, text: string): Promise<void> {
    await mkdir(join(credtray.home, '.aws'), { recursive: true })
    await writeFile(join(credtray.home, '.aws', name), text)
  }

  test('is kept from the command with the rest of the credentials file, and that is said', async () => {
    await configured()
    await shared(
      'credentials',
      '[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = EXAMPLE\n',
    )
    const { out, err } = await credtray.run('exec', 'good', ...SHOW)
    expect([out, err]).toEqual(['', expect.stringMatching(/\[default\] of .*credentials would win/)])
  })

  test('of the config file loses what leads to keys, and keeps the rest', async () => {
    await configured()
    await shared(
      'config',
      '[default]\nregion = eu-north-1\nrole_arn = x\nsource_profile = y\n[profile y]\noutput = json\n',
    )
    const { out, err } = await credtray.run('exec', 'good', ...SHOW)
    expect([out, err]).toEqual([
      '[default]\nregion = eu-north-1\n[profile y]\noutput = json\n',
      expect.stringMatching(/\[default\] of .*config would win/),
    ])
  })

  test('that leads to no keys is left alone, and nothing is said', async () => {
    await configured()
    await shared('config', '[default]\nregion = eu-north-1\n')
    const { out, err } = await credtray.run('exec', 'good', '--', 'env')
    expect([/^AWS_(?:CONFIG|SHARED_CREDENTIALS)_FILE=/m.test(out), err]).toEqual([false, ''])
  })
})
