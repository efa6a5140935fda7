import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { runProcessCases } from './process-cases.ts'

test('every shared credential_process case goes as it says', { timeout: 60_000 }, async () => {
  const file = new URL('../vectors/credential_process_vectors.json', import.meta.url)
  const vectors: unknown = JSON.parse(await readFile(file, 'utf8'))
  const results = await runProcessCases(vectors)
  expect({ count: results.length, failures: results.filter(({ problem }) => problem !== null) }).toEqual({
    count: 135,
    failures: [],
  })
})
