import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTrayMemory } from '#host/own-data/tray-memory-file'
import { identityName, NOW } from '../../support/states/builders.ts'

const aFile = (): string => join(mkdtempSync(join(tmpdir(), 'credtray-tray-')), 'tray.json')

test('what is changed counts at once and at the next start', async () => {
  const file = aFile()
  const memory = await openTrayMemory(file)
  memory.change({ snoozedUntil: NOW })
  memory.change({ recent: [identityName('b'), identityName('a')] })
  await memory.settled()
  const wanted = { snoozedUntil: NOW, recent: ['b', 'a'] }
  expect([memory.current(), (await openTrayMemory(file)).current()]).toEqual([wanted, wanted])
})

test.each(['', '[]', '{"snoozedUntil":"soon","recent":[]}', '{"recent":[7]}'])('%s is nothing', async (text) => {
  const file = aFile()
  writeFileSync(file, text)
  expect((await openTrayMemory(file)).current()).toEqual({ snoozedUntil: null, recent: [] })
})

test('where it cannot be kept, it counts until the end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'credtray-tray-'))
  writeFileSync(join(folder, 'file'), '')
  const memory = await openTrayMemory(join(folder, 'file', 'tray.json'))
  memory.change({ snoozedUntil: NOW })
  await memory.settled()
  expect(memory.current().snoozedUntil).toBe(NOW)
})
