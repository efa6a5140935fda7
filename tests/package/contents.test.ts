import { expect, test } from 'vitest'
import { strangers } from '../../build/package/inspect-package.mjs'

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
