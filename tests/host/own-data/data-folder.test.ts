import { expect, test } from 'vitest'
import { dataFolder } from '#host/own-data/data-folder'
import type { Machine } from '#host/this-machine'

const machine = (changes: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  env: {},
  home: '/home/ana',
  ...changes,
})

test.each<[string, string | null, Machine, string]>([
  ['by default on Linux', null, machine(), '/home/ana/.config/credtray'],
  ['where XDG says', null, machine({ env: { XDG_CONFIG_HOME: '/xdg' } }), '/xdg/credtray'],
  ['an empty XDG is none', null, machine({ env: { XDG_CONFIG_HOME: '' } }), '/home/ana/.config/credtray'],
  ['on macOS', null, machine({ platform: 'darwin' }), '/home/ana/Library/Application Support/Credtray'],
  ['where the variable says', null, machine({ env: { CREDTRAY_DATA_DIR: '/data' } }), '/data'],
  ['an empty variable is none', null, machine({ env: { CREDTRAY_DATA_DIR: '' } }), '/home/ana/.config/credtray'],
  ['the switch wins', '/mine', machine({ env: { CREDTRAY_DATA_DIR: '/data' } }), '/mine'],
])('%s', (_what, chosen, on, folder) => {
  expect(dataFolder(chosen, on)).toBe(folder)
})
