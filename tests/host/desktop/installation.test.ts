import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installation, type ProgramPlace } from '#host/desktop/installation'

let resources = ''
beforeEach(() => void (resources = mkdtempSync(join(tmpdir(), 'credtray-resources-'))))
afterEach(() => rmSync(resources, { recursive: true, force: true }))

const byWhom = (place: Partial<ProgramPlace>) =>
  installation({ platform: 'linux', env: {}, executable: '/opt/Credtray/credtray', resources, ...place }, true)
    .replacedBy

test('a package has a feed when it names one', () => {
  const place = { platform: 'linux', env: {}, executable: '/opt/Credtray/credtray', resources } as const
  expect(installation(place, true).hasFeed).toBe(false)
  writeFileSync(join(resources, 'app-update.yml'), 'provider: generic\n')
  expect(installation(place, true).hasFeed).toBe(true)
})

test.each(['linux', 'darwin', 'win32'] as const)('what a package manager put there is left to it on %s', (platform) => {
  writeFileSync(join(resources, 'package-type'), 'deb')
  const env = { APPIMAGE: '/home/ana/Credtray.AppImage', APPDIR: '/opt/Credtray' }
  expect(byWhom({ platform, env })).toBe('package-manager')
})

test('on Linux only an AppImage replaces itself', () => {
  const env = { APPIMAGE: '/home/ana/Credtray.AppImage', APPDIR: '/tmp/.mount_credtr' }
  expect(byWhom({ env, executable: '/tmp/.mount_credtr/credtray' })).toBe('itself')
  expect(byWhom({ executable: '/home/ana/credtray-0.1.0/credtray' })).toBe('person')
  expect(byWhom({ env: { SNAP: '/snap/credtray/1' } })).toBe('package-manager')
})

test('who is started out of another AppImage is none', () => {
  const env = { APPIMAGE: '/home/ana/Terminal.AppImage', APPDIR: '/tmp/.mount_term' }
  expect(byWhom({ env, executable: '/tmp/.mount_terminal/credtray' })).toBe('person')
})

test('on Windows the portable form is replaced by hand, and what Scoop installed by Scoop', () => {
  const executable = 'C:\\Users\\ana\\AppData\\Local\\Programs\\Credtray\\Credtray.exe'
  expect(byWhom({ platform: 'win32', executable })).toBe('itself')
  const env = { PORTABLE_EXECUTABLE_FILE: 'D:\\Credtray.exe' }
  expect(byWhom({ platform: 'win32', executable, env })).toBe('person')
  const scoop = 'C:\\Users\\ana\\scoop\\apps\\credtray\\current\\Credtray.exe'
  expect(byWhom({ platform: 'win32', executable: scoop })).toBe('package-manager')
})
