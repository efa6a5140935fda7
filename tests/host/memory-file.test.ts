import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOTHING_REMEMBERED, type Remembered } from '#core/session/remembered'
import { createMemoryFile } from '#host/memory-file'
import { isFirstTime } from '#host/first-time'
import { identityName, NOW, profileName } from '../support/builders.ts'

const remembered: Remembered = {
  paused: true,
  active: [
    { name: identityName('one'), profile: profileName('uno'), written: null },
    {
      name: identityName('two'),
      profile: profileName('two'),
      written: { fingerprint: '0123456789abcdef', since: NOW, expiresAt: null },
    },
  ],
}

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credtray-memory-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('what was saved is loaded at the next start', async () => {
  await createMemoryFile(join(folder, 'state.json')).save(remembered)
  expect(await createMemoryFile(join(folder, 'state.json')).load()).toEqual(remembered)
})

test('the first start remembers nothing', async () => {
  expect(await createMemoryFile(join(folder, 'state.json')).load()).toBe(NOTHING_REMEMBERED)
})

test.each([
  ['half a file', '{"paused":tr'],
  ['an empty file', ''],
  ['zeros after a crash', '\0\0\0\0'],
  ['another shape', '{"paused":1,"active":{}}'],
  ['a list', '[]'],
])('%s is a fresh start, not an error', async (_what, text) => {
  await writeFile(join(folder, 'state.json'), text)
  expect(await createMemoryFile(join(folder, 'state.json')).load()).toBe(NOTHING_REMEMBERED)
})

test('only this user can read it, and the folder is made for them alone', async () => {
  const own = join(folder, 'own data')
  await createMemoryFile(join(own, 'state.json')).save(remembered)
  const modes = await Promise.all([own, join(own, 'state.json')].map(async (path) => (await stat(path)).mode & 0o777))
  expect(modes).toEqual([0o700, 0o600])
})

test('nothing is left beside it', async () => {
  const memory = createMemoryFile(join(folder, 'state.json'))
  await memory.save(remembered)
  await memory.save({ ...remembered, paused: false })
  expect([await readdir(folder), JSON.parse(await readFile(join(folder, 'state.json'), 'utf8')).paused]).toEqual([
    ['state.json'],
    false,
  ])
})

test('a first time comes once, and each thing has its own', async () => {
  const told = [await isFirstTime(folder, 'a'), await isFirstTime(folder, 'a'), await isFirstTime(folder, 'b')]
  expect(told).toEqual([true, false, true])
})

test('where nothing can be kept, nothing is a first time: better silent than every time', async () => {
  await writeFile(join(folder, 'file'), '')
  expect(await isFirstTime(join(folder, 'file'), 'a')).toBe(false)
})

test('of two that ask at once, one hears that it is the first', async () => {
  await mkdir(join(folder, 'seen'))
  const told = await Promise.all(['', ''].map(() => isFirstTime(folder, 'a')))
  expect(told.filter(Boolean)).toEqual([true])
})
