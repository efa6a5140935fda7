import { readFile } from 'node:fs/promises'
import type { CaseResult } from './case-result.ts'
import { isEditVectors, runEditCases } from './edit-cases.ts'
import { runProcessCases } from './process-cases.ts'

/**
 * `npm run -s conformance -- FILE…`: every case of these files through the project's own code. Prints a line per
 * failure and how many passed. Returns the exit code: 0, 1 for a failure, 2 for a file that holds neither kind of case.
 */
export async function runConformance(files: readonly string[], say: (line: string) => void): Promise<number> {
  if (files.length === 0) {
    say('Name one or more files of cases, for example tests/vectors/ini_edit_vectors.json.')
    return 2
  }
  const results: CaseResult[] = []
  for (const file of files) {
    const found = await casesOf(file)
    if (typeof found === 'string') {
      say(`${file}: ${found}`)
      return 2
    }
    results.push(...found)
    for (const { id, problem } of found) if (problem !== null) say(`FAIL ${id}: ${problem}`)
  }
  const failed = results.filter(({ problem }) => problem !== null).length
  say(`${results.length - failed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

/** The results, or why the file holds no cases that we know. */
async function casesOf(file: string): Promise<readonly CaseResult[] | string> {
  const vectors = await json(file)
  if (vectors === null) return 'this is not a file of cases (no JSON could be read from it).'
  if (isEditVectors(vectors)) return runEditCases(vectors)
  if (isProcessVectors(vectors)) return runProcessCases(vectors)
  return 'this holds neither edits of the AWS files nor runs of a credential_process.'
}

async function json(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    // Missing, unreadable or no JSON: the caller says so in one sentence.
    return null
  }
}

/** Cases with an expectation, or command lines to split: credential_process_vectors.json. */
function isProcessVectors(vectors: unknown): boolean {
  if (typeof vectors !== 'object' || vectors === null) return false
  if ('commandLines' in vectors && Array.isArray(vectors.commandLines)) return true
  if (!('cases' in vectors) || !Array.isArray(vectors.cases)) return false
  const cases: readonly unknown[] = vectors.cases
  return cases.length > 0 && cases.every((one) => typeof one === 'object' && one !== null && 'expect' in one)
}
