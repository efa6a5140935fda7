import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { instant } from '#core/base/time'
import type { HistoryEntry } from '#core/session/history'
import { createHistoryFile } from '#host/own-data/history-file'
import { createLineFile } from '#host/own-data/line-file'
import { createLogFile } from '#host/own-data/log-file'
import { identityName, profileName } from '../../support/states/builders.ts'

/** Split, so that the search for keys in our sources does not find these. */
const CANARIES = [
  `ASIA${'CANARY7'.repeat(2)}XY`,
  `${'canarySECRET'.repeat(3)}7/AbC`,
  `FwoGZXIvYXdzE${'canary'.repeat(8)}==`,
]
const [KEY = '', SECRET = '', TOKEN = ''] = CANARIES

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credtray-notes-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const entry = (changes: Partial<HistoryEntry> = {}): HistoryEntry => ({
  at: instant(Date.parse('2026-11-22T20:00:00Z')),
  what: 'failed',
  identity: identityName('staging'),
  profile: profileName('staging'),
  expiresAt: null,
  code: 'process/exit-nonzero',
  message: 'It exited with 1.',
  by: null,
  ...changes,
})

async function everything(): Promise<string> {
  const names = await readdir(folder)
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
}

test('what went in comes out, the oldest first, also for the next start', async () => {
  const file = join(folder, 'history.jsonl')
  const history = createHistoryFile(file)
  for (const message of ['one', 'two']) history.note(entry({ message }))
  expect((await history.read()).length).toBe(2)
  expect((await createHistoryFile(file).read()).map(({ message }) => message)).toEqual(['one', 'two'])
})

test('half a line after a crash costs that line alone', async () => {
  const file = join(folder, 'history.jsonl')
  await writeFile(file, `${JSON.stringify(entry())}\n{"at":17,"wha`)
  expect((await createHistoryFile(file).read()).length).toBe(1)
})

test('the file does not grow for ever, and never loses more than its older half', async () => {
  const lines = createLineFile(join(folder, 'lines'), 100)
  for (let at = 0; at < 1_000; at += 1) {
    lines.add(String(at))
    if (at % 7 === 0) await lines.read()
  }
  const kept = await lines.read()
  expect([kept.length >= 50, kept.length <= 100, kept.at(-1)]).toEqual([true, true, '999'])
})

test('a folder that cannot be written stops nobody', async () => {
  await writeFile(join(folder, 'file'), '')
  const history = createHistoryFile(join(folder, 'file', 'history.jsonl'))
  history.note(entry())
  expect(await history.read()).toEqual([])
})

test('only this user can read it', async () => {
  const history = createHistoryFile(join(folder, 'history.jsonl'))
  history.note(entry())
  await history.read()
  expect((await stat(join(folder, 'history.jsonl'))).mode & 0o077).toBe(0)
})

test('no canary gets through into history or log, whichever way it comes', async () => {
  const history = createHistoryFile(join(folder, 'history.jsonl'))
  const log = createLogFile(join(folder, 'log.txt'), () => new Date(0))
  for (const canary of CANARIES) {
    const said = [
      `it printed ${canary}`,
      `aws_secret_access_key = ${canary}`,
      `{"SecretAccessKey":"${canary}"}`,
      `https://ana:${canary}@example.com`,
    ]
    for (const message of said) {
      history.note(entry({ message, by: message }))
      log.write(message)
      log.error(message, new Error(message, { cause: new Error(message) }))
    }
  }
  await history.read()
  await createHistoryFile(join(folder, 'history.jsonl')).read()
  // The log is written in its own order; a line of ours at the end shows that all the others are there.
  log.write('the end')
  await expect.poll(everything).toContain('the end')
  const text = await everything()
  expect([KEY, SECRET, TOKEN].filter((canary) => text.includes(canary))).toEqual([])
})
