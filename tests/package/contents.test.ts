import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builderConfig } from '../../build/electron-builder.mjs'
import { strangers } from '../../build/package/inspect-package.mjs'
import { root } from '../../build/setup/project.mjs'

test('a file that nobody needs who uses the app is seen in the archive', () => {
  const wanted = [
    'package.json',
    'dist/main/main.js',
    'dist/renderer/assets/index-B90VE_3m.js',
    'assets/tray/linux/calm@2x.png',
  ]
  const strange = [
    'electron/main.ts',
    'dist/main/main.js.map',
    'dist/renderer/assets/index.js.map',
    'node_modules/zod/index.js',
    'tests/core/plan.test.ts',
    'tests/vectors/a.json',
    'docs/house.md',
    'README.md',
    'assets/config.schema.json',
    'assets/icons/app.svg',
    'dist/main/main.d.ts',
    '.env',
  ]
  expect(strangers([...wanted, ...strange])).toEqual(strange)
})

test('the running app and the shortcut of the Windows installer have one AppUserModelID, or no notification is shown', () => {
  const source = readFileSync(join(root, 'electron/app/start-app.ts'), 'utf8')
  const { appId } = builderConfig({ runtime: null, output: 'dist/package' })
  expect(/app\.setAppUserModelId\('([^']+)'\)/.exec(source)?.[1]).toBe(appId)
})
