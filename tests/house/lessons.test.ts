import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../build/setup/project.mjs'

const ROWS = 89
const page = readFileSync(join(root, 'docs/lessons.md'), 'utf8')
const rows = [...page.matchAll(/^\| (\d+) \|(?:[^|]*\|){2}([^|]*)\|$/gm)].map(([, row = '', shown = '']) => ({
  row: Number(row),
  shown,
}))
const files = [...page.matchAll(/`(tests\/[^`]+)`/g)].map(([, file = '']) => file)
const cited = [...page.matchAll(/`(tests\/[^`]+)`: "([^"]+)"/g)].map(([, file = '', name = '']) => ({ file, name }))

test('docs/lessons.md has every row once, in order', () => {
  expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: ROWS }, (_, at) => at + 1))
})

test('every row of docs/lessons.md names a test or says why there is none', () => {
  const says = /`tests\/|not apply|Not yet|beyond us/
  expect(rows.filter(({ shown }) => !says.test(shown))).toEqual([])
})

test('every file that docs/lessons.md names is there', () => {
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
})

test('every test that docs/lessons.md quotes stands in the file it names', () => {
  const texts = new Map(files.filter((file) => existsSync(join(root, file))).map((file) => [file, read(file)]))
  expect(cited.filter(({ file, name }) => !texts.get(file)?.includes(name))).toEqual([])
  expect(cited.length).toBeGreaterThan(ROWS)
})

const read = (file: string): string => readFileSync(join(root, file), 'utf8')
