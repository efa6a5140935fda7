import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { useCommandLine } from '../support/programs/command-line.ts'
import { printKeys } from '../support/programs/helper-scripts.ts'

const SECRETS = /wJalrXUtn|canary/

const credtray = useCommandLine()

async function configured(): Promise<void> {
  const good = await credtray.helpers.write('good', printKeys('canary'))
  const broken = await credtray.helpers.write('broken', 'exit 7')
  await credtray.configure(`auth:
  identities:
    good: { kind: aws/credentials, credentials: { credential_process: '${good}' } }
    second: { kind: aws/credentials, credentials: { credential_process: '${good}' } }
    broken: { kind: aws/credentials, credentials: { credential_process: '${broken}' } }
`)
}

test('leapp#3: prints the exact first change of a file of theirs, makes it and asks nothing', async () => {
  await configured()
  await mkdir(dirname(credtray.credentialsFile), { recursive: true })
  await writeFile(credtray.credentialsFile, '[default]\naws_secret_access_key = wJalrXUtn/mine\n')
  const { code, err } = await credtray.run('refresh', 'good')
  const again = await credtray.run('refresh', 'second')
  const lines = err.split('\n').filter((line) => line.startsWith('  + '))
  expect([code, lines, SECRETS.test(err), again.err]).toEqual([
    0,
    [
      '  + [good]',
      '  + aws_access_key_id = …',
      '  + aws_secret_access_key = …',
      '  + aws_session_token = …',
      '  + x_security_token_expires = (their end)',
      '  + manager = credtray',
    ],
    false,
    '',
  ])
})

test('promises no first change where no keys come, and says that the file is as it was', async () => {
  await configured()
  await mkdir(dirname(credtray.credentialsFile), { recursive: true })
  const mine = '[default]\naws_secret_access_key = wJalrXUtn/mine\n'
  await writeFile(credtray.credentialsFile, mine)
  const { code, err } = await credtray.run('refresh', 'broken')
  expect([code, err.includes('If this works, it is the first change of'), await credtray.credentials()]).toEqual([
    1,
    true,
    mine,
  ])
  expect(err).toContain(`Nothing was written to ${credtray.credentialsFile}.\n`)
})
