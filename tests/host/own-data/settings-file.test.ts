import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '#core/settings/settings'
import { openSettingsFile } from '#host/own-data/settings-file'

const folder = () => mkdtemp(join(tmpdir(), 'credtray-settings-'))

test('a choice counts at once, and at the next start', async () => {
  const file = join(await folder(), 'own', 'settings.json')
  const store = await openSettingsFile(file)
  const heard: Settings[] = []
  store.onChange((settings) => heard.push(settings))
  await store.change({ theme: 'dark' })
  expect(heard).toEqual([{ ...DEFAULT_SETTINGS, theme: 'dark' }])
  expect((await openSettingsFile(file)).current()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('many choices at once end with the last one, and leave no scraps', async () => {
  const home = await folder()
  const store = await openSettingsFile(join(home, 'settings.json'))
  await Promise.all([1, 2, 3, 4, 5].map((helpersAtOnce) => store.change({ helpersAtOnce })))
  expect((await openSettingsFile(join(home, 'settings.json'))).current().helpersAtOnce).toBe(5)
  expect(await readdir(home)).toEqual(['settings.json'])
})

test('half a file is the default', async () => {
  const file = join(await folder(), 'settings.json')
  await writeFile(file, '{"theme": "da')
  expect((await openSettingsFile(file)).current()).toEqual(DEFAULT_SETTINGS)
})
