import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { autostartEntry, autostartFile } from '#host/desktop/autostart-file'

const folder = () => mkdtemp(join(tmpdir(), 'credtray-autostart-'))

test('what is switched on starts hidden at login, until it is switched off', async () => {
  const home = await folder()
  const item = autostartFile(home, ['/opt/Credtray/credtray', '--hidden'])
  expect(await item.isOn()).toBe(false)
  await item.set(true)
  const text = await readFile(join(home, 'autostart', 'credtray.desktop'), 'utf8')
  expect([await item.isOn(), text]).toEqual([
    true,
    expect.stringContaining('Exec="/opt/Credtray/credtray" "--hidden"\n'),
  ])
  await item.set(false)
  await item.set(false)
  expect(await item.isOn()).toBe(false)
})

test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])(
  'an entry that the desktop has switched off with %s is off',
  async (line) => {
    const home = await folder()
    const item = autostartFile(home, ['/opt/Credtray/credtray'])
    await item.set(true)
    const file = join(home, 'autostart', 'credtray.desktop')
    await writeFile(file, `[Desktop Entry]\nType=Application\nExec=credtray\n${line}\n`)
    expect(await item.isOn()).toBe(false)
  },
)

test('a path with odd characters stays one word', () => {
  const [, exec] = /^Exec=(.*)$/m.exec(autostartEntry(['/home/ana/my "apps"/100%/$HOME.AppImage'])) ?? []
  expect(exec).toBe(String.raw`"/home/ana/my \\"apps\\"/100%%/\\$HOME.AppImage"`)
})
