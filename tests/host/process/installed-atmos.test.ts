import { afterEach, beforeEach, expect, test } from 'vitest'
import { installedAtmos } from '#host/process/installed-atmos'
import { helperScripts, type HelperScripts } from '../../support/programs/helper-scripts.ts'

let scripts: HelperScripts
beforeEach(async () => {
  scripts = await helperScripts()
})
afterEach(() => scripts.remove())

const version = () =>
  installedAtmos({
    platform: process.platform,
    env: { PATH: `${scripts.folder}:/usr/bin:/bin` },
    home: scripts.folder,
  })

test.each([
  ['a plain line', `[ "$*" = version ] && echo '👽 Atmos 1.200.0 on linux/amd64'`, '1.200.0'],
  [
    'a picture and colours',
    String.raw`printf '\n /\\ \n\033[1m👽 Atmos\033[0m \033[32mv1.187.0-rc.1\033[0m on darwin/arm64\n'`,
    '1.187.0-rc.1',
  ],
  ['something else', 'echo hello', null],
  ['a failure', 'echo Atmos 1.2.3; exit 1', null],
])('Atmos that prints %s', async (_name, script, expected) => {
  await scripts.write('atmos', script)
  expect(await version()).toBe(expected)
})

test('no Atmos is no version', async () => expect(await version()).toBeNull())

test('an Atmos that hangs is not waited for longer than 3 s', async () => {
  await scripts.write('atmos', 'exec sleep 30')
  const began = performance.now()
  expect([await version(), performance.now() - began < 4_500]).toEqual([null, true])
})
