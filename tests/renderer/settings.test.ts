import { describe, expect, test } from 'vitest'
import { hours, minutes } from '#core/base/time'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { found } from '../../renderer/settings/found.ts'
import { SECTIONS } from '../../renderer/settings/sections.ts'
import { spanWords } from '../../renderer/parts/span-words.ts'

const titles = (search: string, platform: 'linux' | 'darwin' = 'linux') =>
  found(SECTIONS, search, platform).flatMap(({ entries }) => entries.map(({ title }) => title))

describe('the search', () => {
  test('finds by the words that people use, not only by ours', () => {
    expect(titles('autostart')).toEqual(['Start at login'])
    expect(titles('do not disturb')).toEqual(['Snooze', 'Quiet hours'])
    expect(titles('PROD  mark')).toEqual(['Tags that mean production'])
  })

  test('shows nothing of another system', () => {
    expect(titles('menu bar')).toEqual([])
    expect(titles('menu bar', 'darwin')).toEqual(['Minutes in the menu bar'])
  })

  test('that finds nothing leaves no empty heading', () => {
    expect(found(SECTIONS, 'nonsense', 'linux')).toEqual([])
  })
})

test('every setting has a title of its own and a reason of one sentence or two', () => {
  const all = SECTIONS.flatMap(({ entries }) => entries)
  expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
  for (const { title, why } of all) expect(`${title}: ${why}`).toMatch(/^[^:]+: \S.{10,140}[.]$/)
})

test('a folder or file that was chosen waits for the next start, until it counts', () => {
  const waits = (settings: typeof DEFAULT_SETTINGS, folder: string | null) =>
    SECTIONS.flatMap(({ entries }) => entries).filter((entry) =>
      entry.waits?.(settings, {
        platform: 'linux',
        path: [],
        helpersAtOnce: 4,
        started: { folder, credentialsFile: '/c', configFile: '/d', mirror: null },
        noStartAtLogin: null,
        noUpdates: null,
      }),
    ).length
  const chosen = { ...DEFAULT_SETTINGS, folder: '/work', files: { credentials: '/mine', config: '/d' } }
  expect([waits(DEFAULT_SETTINGS, null), waits(chosen, null), waits(chosen, '/work')]).toEqual([0, 2, 1])
})

test.each([
  [minutes(15), '15 min'],
  [hours(1), '1 h'],
  [minutes(90), '1 h 30 min'],
])('%i ms are "%s"', (span, words) => {
  expect(spanWords(span)).toBe(words)
})
