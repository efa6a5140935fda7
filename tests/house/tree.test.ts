import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../build/setup/project.mjs'
import { filesUnder } from '../support/house/files-under.ts'

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', 'release', 'test-results', 'playwright-report', '.git'])
const topFolders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !NOT_OURS.has(entry.name))
  .map(({ name }) => name)

const page = readFileSync(join(root, 'docs/house.md'), 'utf8')
const described = [...page.matchAll(/^\| `([^`]+)\/` \| (.+) \|$/gm)].map(([, folder = '', purpose = '']) => ({
  folder,
  purpose,
}))

test('every folder has its purpose in docs/house.md', () => {
  const folders = new Set(filesUnder(topFolders).flatMap((file) => ancestors(dirname(file))))
  const known = new Set(described.map(({ folder }) => folder))
  expect(
    [...folders].filter((folder) => !known.has(folder) && !mirrorsARoom(folder) && !isData(folder)).toSorted(),
  ).toEqual([])
})

test('docs/house.md names no folder that is gone', () => {
  expect(described.filter(({ folder }) => !existsSync(join(root, folder)))).toEqual([])
})

test('every source file of the app stands in a room or joins the rooms', () => {
  const rooms =
    /^electron\/(core|engine|host|bridge|shell|app|orders|commands)\/|^electron\/[\w-]+\.ts$|^electron\/tsconfig\.json$/
  expect(filesUnder(['electron']).filter((file) => !rooms.test(file))).toEqual([])
})

/** `a/b/c` → `a`, `a/b`, `a/b/c` */
function ancestors(folder: string): readonly string[] {
  const parts = folder.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** tests/core/refresh tests electron/core/refresh: what it is for is said there. */
function mirrorsARoom(folder: string): boolean {
  const mirrored = folder.replace(/^tests\//, '')
  return folder !== mirrored && [`electron/${mirrored}`, mirrored].some((path) => existsSync(join(root, path)))
}

/** Below these, folders are laid out for what is tested, not for us. */
function isData(folder: string): boolean {
  return /^tests\/(fixtures|golden)\//.test(folder)
}
