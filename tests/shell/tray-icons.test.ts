import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { TrayIconName } from '#core/tray/tray-model'
import { createTrayIcons } from '#shell/tray-icons'

const ASSETS = fileURLToPath(new URL('../../assets/', import.meta.url))
const NAMES: readonly TrayIconName[] = ['calm', 'soon', 'needs-you', 'broken', 'paused']
const SYSTEMS = ['darwin', 'win32', 'linux'] as const

const bytesOf = (platform: NodeJS.Platform) =>
  NAMES.map(createTrayIcons(ASSETS, platform, (file) => readFileSync(file).toString('base64')))

/** Width and height stand at a fixed place in every PNG. */
const sizeOf = (file: string): readonly number[] => {
  const bytes = readFileSync(join(ASSETS, file))
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

test.each(SYSTEMS)('on %s each state has a picture of its own', (platform) => {
  expect(new Set(bytesOf(platform)).size).toBe(NAMES.length)
})

test('a picture is loaded once', () => {
  const loaded: string[] = []
  const image = createTrayIcons('/assets', 'linux', (file) => loaded.push(file))
  expect([image('calm'), image('calm'), image('soon'), loaded.length]).toEqual([1, 1, 2, 2])
})

test('on macOS the file name makes it a template', () => {
  expect(createTrayIcons('/assets', 'darwin', (file) => file)('soon')).toMatch(/soonTemplate\.png$/)
})

test.each(NAMES)('the pictures for "%s" have the sizes that the systems want, plain and double', (name) => {
  const files = [
    `tray/mac/${name}Template.png`,
    `tray/mac/${name}Template@2x.png`,
    `tray/linux/${name}.png`,
    `tray/linux/${name}@2x.png`,
  ]
  expect(files.map(sizeOf)).toEqual([
    [16, 16],
    [32, 32],
    [22, 22],
    [44, 44],
  ])
})

test('an icon for Windows is a table of whole pictures', () => {
  const bytes = readFileSync(join(ASSETS, 'tray/win/calm.ico'))
  const rows = Array.from({ length: bytes.readUInt16LE(4) }, (_, index) => 6 + 16 * index)
  const sizes = rows.map((row) => {
    const start = bytes.readUInt32LE(row + 12)
    const picture = bytes.subarray(start, start + bytes.readUInt32LE(row + 8))
    return picture.subarray(-8, -4).toString('latin1') === 'IEND' ? picture.readUInt32BE(16) : null
  })
  expect(sizes).toEqual([16, 20, 24, 32, 48])
})
