import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runConformance } from './run.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credtray-conformance-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const goodCase = {
  id: 'good',
  file: 'credentials',
  before: null,
  op: { action: 'set', profile: 'dev', values: { region: 'a' } },
  after: '[dev]\nregion = a\n',
  warnings: [],
  changed: true,
}

async function run(...contents: readonly unknown[]): Promise<{ code: number; lines: readonly string[] }> {
  const files = contents.map((_content, nth) => join(folder, `${nth}.json`))
  await Promise.all(files.map((file, nth) => writeFile(file, JSON.stringify(contents[nth]))))
  const lines: string[] = []
  return { code: await runConformance(files, (line) => lines.push(line)), lines }
}

test('cases that go as they say are counted', async () => {
  expect(await run({ cases: [goodCase] }, { cases: [goodCase, goodCase] })).toEqual({
    code: 0,
    lines: ['3 passed, 0 failed'],
  })
})

test.each([
  ['the text', { after: '[dev]\nregion = b\n' }],
  ['a warning', { warnings: ['BOM'] }],
  ['whether the file is touched', { changed: false }],
  ['an error', { error: 'INVALID_VALUE' }],
])('a case that differs in %s has a line of its own', async (_what, difference) => {
  const { code, lines } = await run({ cases: [goodCase, { ...goodCase, ...difference, id: 'bad' }] })
  expect([code, lines.length, lines[0]?.startsWith('FAIL bad: '), lines.at(-1)]).toEqual([
    1,
    2,
    true,
    '1 passed, 1 failed',
  ])
})

test.each([
  ['no object', []],
  ['no cases', { cases: [] }],
  ['cases of another kind', { cases: [{ id: 'x', question: 1 }] }],
])('a file with %s is refused', async (_what, content) => {
  expect((await run(content)).code).toBe(2)
})

test('no file and a missing file are refused', async () => {
  expect([await runConformance([], () => {}), await runConformance([join(folder, 'none')], () => {})]).toEqual([2, 2])
})
