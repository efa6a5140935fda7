import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readExcerpt } from '#host/config/config-excerpt'
import { canariesIn, CANARY } from '../../support/intruder/canary.ts'

let home = ''
beforeEach(async () => void (home = await mkdtemp(join(tmpdir(), 'credtray-excerpt-'))))
afterEach(() => rm(home, { recursive: true, force: true }))

async function excerpt(text: string, line: number) {
  const file = join(home, 'atmos.yaml')
  await writeFile(file, text)
  return readExcerpt({ file, line, column: 1 })
}

test('the line is read as the file is now, with its neighbours', async () => {
  await excerpt('old\n', 1)
  expect((await excerpt('auth:\n  identities:\n    dev: 1\n', 2)).map(({ text }) => text)).toEqual([
    'auth:',
    '  identities:',
    '    dev: 1',
  ])
})

test('keys that stand in the file do not leave it', async () => {
  const { accessKeyId, secretAccessKey, sessionToken } = CANARY
  const text = `access_key_id: ${accessKeyId}\nsecret_access_key: ${secretAccessKey}\ntoken: '${sessionToken}'\n`
  const lines = await excerpt(text, 2)
  expect([lines.length, canariesIn(JSON.stringify(lines))]).toEqual([3, []])
})

test('a line that is gone, a file that is gone, and a folder have no lines', async () => {
  const gone = { file: join(home, 'gone.yaml'), line: 1, column: 1 }
  expect([await excerpt('a\n', 9), await readExcerpt(gone), await readExcerpt({ ...gone, file: home })]).toEqual([
    [],
    [],
    [],
  ])
})

test('of a file without end only the beginning is read', async () => {
  const long = `first\n${'x'.repeat(1024 * 1024)}\nlast\n`
  expect([(await excerpt(long, 1))[0]?.text, await excerpt(long, 3)]).toEqual(['first', []])
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a file of somebody else has none', async () => {
  const file = join(home, 'closed.yaml')
  await writeFile(file, 'auth:\n')
  await chmod(file, 0o000)
  expect(await readExcerpt({ file, line: 1, column: 1 })).toEqual([])
})
