import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  NOTHING_REMEMBERED,
  type Remembered,
  type RememberedChange,
  type RememberedSession,
  withChanges,
} from '#core/session/remembered'
import { createMemoryFile } from '#host/own-data/memory-file'
import { isFirstTime } from '#host/own-data/first-time'
import { identityName, NOW, profileName } from '../../support/states/builders.ts'

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

const session = (name: string, fingerprint: string): RememberedSession => ({
  name: identityName(name),
  profile: profileName(name),
  written: { fingerprint, since: NOW, expiresAt: null },
})
const change = (name: string, fingerprint: string | null): RememberedChange => ({
  name: identityName(name),
  session: fingerprint === null ? null : session(name, fingerprint),
})
const state = () => join(folder, 'state.json')

test('what was noted since is loaded too, and all is saved again before the lines grow without end', async () => {
  const memory = createMemoryFile(state())
  await memory.save(remembered)
  for (let count = 0; count < 1_200; count += 1) await memory.note([change('two', String(count))])
  await memory.note([change('one', null), change('three', 'new')])
  const next = await createMemoryFile(state()).load()
  expect(next).toEqual({ paused: true, active: [session('two', '1199'), session('three', 'new')] })
  const [lines = ''] = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'))
  expect((await readFile(join(folder, lines), 'utf8')).split('\n').length).toBeLessThan(600)
  expect(await readdir(folder)).toHaveLength(2)
})

test('half a line after a crash is passed over, and nothing is written behind it', async () => {
  const memory = createMemoryFile(state())
  await memory.save(remembered)
  await memory.note([change('two', 'good')])
  const [lines = ''] = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'))
  await appendFile(join(folder, lines), '{"name":"two","ses')
  const next = createMemoryFile(state())
  expect((await next.load()).active.at(1)).toEqual(session('two', 'good'))
  await next.note([change('two', 'later')])
  expect((await createMemoryFile(state()).load()).active.at(1)).toEqual(session('two', 'later'))
})

test('a crash between the new whole and the end of the old lines leaves lines that are nobody’s', async () => {
  const memory = createMemoryFile(state())
  await memory.save(remembered)
  await memory.note([change('two', 'old')])
  const [lines = ''] = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'))
  const left = await readFile(join(folder, lines), 'utf8')
  await memory.save({ paused: false, active: [session('two', 'new')] })
  await writeFile(join(folder, lines), left)
  expect((await createMemoryFile(state()).load()).active).toEqual([session('two', 'new')])
})

test('of two processes the one that writes last wins, and loses nothing of its own', async () => {
  const [ours, theirs] = [createMemoryFile(state()), createMemoryFile(state())]
  await ours.save(remembered)
  await theirs.load()
  await theirs.save({ paused: false, active: [] })
  await ours.note([change('three', 'ours')])
  const { paused, active } = await createMemoryFile(state()).load()
  expect([paused, active.map(({ name }) => name)]).toEqual([true, ['one', 'two', 'three']])
})

test('whatever is saved and noted, the next start knows what was told last', async () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('note' as const),
      name: fc.constantFrom('a', 'b', 'c'),
      print: fc.option(fc.string()),
    }),
    fc.record({ kind: fc.constant('save' as const), paused: fc.boolean() }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await rm(state(), { force: true })
      const memory = createMemoryFile(state())
      let told = await memory.load()
      for (const one of steps) {
        if (one.kind === 'save') {
          told = { ...told, paused: one.paused }
          await memory.save(told)
        } else {
          const changes = [change(one.name, one.print)]
          told = withChanges(told, changes)
          await memory.note(changes)
        }
      }
      expect(await createMemoryFile(state()).load()).toEqual(told)
    }),
    { numRuns: 50 },
  )
})
