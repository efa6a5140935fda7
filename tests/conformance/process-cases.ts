import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { iso, milliseconds } from '#core/base/time'
import { splitCommand } from '#core/credentials/command-line'
import type { Obtained } from '#core/credentials/credentials'
import { readExpiration } from '#core/credentials/expiration'
import { decodeProcessOutput } from '#core/credentials/process-output'
import type { Attempt } from '#core/credentials/process-problem'
import { instant } from '#core/base/time'
import { createProcessRunner } from '#host/process-runner'
import type { CaseResult } from './case-result.ts'
import { writeHelper, type WrittenHelper } from './process-helper.ts'
import { type CommandLineCase, type Expectation, type ProcessCase, readProcessVectors } from './process-vectors.ts'

/** Runs cases in the format of credential_process_vectors.json through the project's own code. */
export async function runProcessCases(vectors: unknown): Promise<readonly CaseResult[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'credtray-cases-'))
  try {
    const { cases, commandLines } = readProcessVectors(vectors, Math.floor(Date.now() / 1_000) * 1_000)
    // All are written before any is run: a file that some process still holds open for writing cannot be started.
    const prepared = await Promise.all(
      cases.map(async (one, at) => ({ one, helper: await writeHelper(one, path.join(folder, String(at))) })),
    )
    const ran = await inLanes(LANES, prepared, ({ one, helper }) => runCase(one, helper))
    return [...ran, ...commandLines.map(runCommandLine)]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const LANES = 4

async function inLanes<T, R>(lanes: number, items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  const queue = items.entries()
  const lane = async (): Promise<void> => {
    for (const [at, item] of queue) results[at] = await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return results
}

/** What came of a case, however it was run. */
interface Outcome {
  readonly result: Attempt<Obtained>
  readonly exitCode: number | null
  readonly stderr: string
  /** Everything that anybody gets to read. */
  readonly said: string
  readonly tookMs: number
}

async function runCase(one: ProcessCase, helper: WrittenHelper): Promise<CaseResult> {
  const here = process.platform === 'win32' ? 'win32' : 'posix'
  const isForeign = one.platform !== 'any' && one.platform !== here
  const outcome = isForeign || process.platform === 'win32' ? decodeOnly(one) : await runHelper(one, helper)
  return { id: one.id, problem: differences(one.expect, outcome) }
}

/** Another platform's case, or no POSIX shell for its helper: what was printed can still be read by that platform's rules. */
function decodeOnly(one: ProcessCase): Outcome {
  const platform = one.platform === 'posix' ? 'posix' : 'win32'
  const context = { now: instant(Date.now()), platform, profileAccountId: one.accountId } as const
  const result = decodeProcessOutput(one.stdoutBytes, context)
  return {
    result,
    exitCode: one.exitCode,
    stderr: '',
    said: result.ok ? '' : JSON.stringify(result.problem),
    tookMs: 0,
  }
}

async function runHelper(one: ProcessCase, helper: WrittenHelper): Promise<Outcome> {
  const { timeoutMs, ...limits } = one.options
  const runner = createProcessRunner({
    platform: process.platform,
    env: { ...process.env, ...one.env },
    home: path.dirname(helper.file),
    limits: Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined)),
  })
  const live: string[] = []
  const began = performance.now()
  const order = {
    command: (one.command ?? `"${helper.file}"`)
      .replaceAll('{{SCRIPT}}', helper.file)
      .replaceAll('{{SCRIPT_SP}}', helper.fileWithSpace),
    shell: one.shell,
    timeout: milliseconds(timeoutMs),
    onStderr: (text: string) => void live.push(text),
    ...(one.accountId === null ? {} : { accountId: one.accountId }),
  }
  const run = await runner.run(order, new AbortController().signal)
  const tookMs = performance.now() - began
  const { result, exitCode, stderr } = run
  const said = `${result.ok ? '' : JSON.stringify(result.problem)}\n${stderr}\n${live.join('')}`
  return { result, exitCode, stderr, said, tookMs }
}

/** `null`: all is as expected. Else what is not, in one line and without values. */
function differences(expected: Expectation, outcome: Outcome): string | null {
  const found = [
    ...(expected.ok === undefined ? errorDifferences(expected, outcome) : valueDifferences(expected, outcome.result)),
    ...expected.messageMustNotContain
      .filter((text) => outcome.said.includes(text))
      .map(() => 'a forbidden text was shown'),
    expected.withinMs !== undefined && outcome.tookMs > expected.withinMs
      ? `took ${Math.round(outcome.tookMs)} ms`
      : null,
    expected.stderrExcerptContains !== undefined && !outcome.stderr.includes(expected.stderrExcerptContains)
      ? 'stderr lacks the expected words'
      : null,
  ].filter((text) => text !== null)
  return found.length === 0 ? null : found.join('; ')
}

function errorDifferences(expected: Expectation, { result, exitCode }: Outcome): readonly string[] {
  if (result.ok) return [`expected ${expected.error ?? 'an error'}, got credentials`]
  const { problem } = result
  const code = codeOf(problem.code)
  const { error, field, hint, exitCodeReported } = expected
  return [
    error !== undefined && code !== error ? `expected ${error}, got ${code}` : null,
    field !== undefined && problem.field !== field ? `expected field ${field}, got ${problem.field ?? 'none'}` : null,
    hint !== undefined && !problem.hints.some((one) => one === hint)
      ? `expected hint ${hint}, got ${problem.hints.join(', ') || 'none'}`
      : null,
    exitCodeReported !== undefined && (problem.exitCode !== exitCodeReported || exitCode !== exitCodeReported)
      ? `expected exit code ${exitCodeReported}, got ${problem.exitCode ?? 'none'}`
      : null,
  ].filter((text) => text !== null)
}

function valueDifferences({ ok, warnings }: Expectation, result: Attempt<Obtained>): readonly string[] {
  if (!result.ok) return [`expected credentials, got ${codeOf(result.problem.code)}: ${result.problem.message}`]
  const { credentials } = result.value
  const expiration = ok?.expiration ?? null
  const wanted = expiration === null ? null : readExpiration(expiration)
  const expiresAt = wanted === null ? null : wanted.ok ? wanted.at : Number.NaN
  const checks: readonly (readonly [string, boolean])[] = [
    ['accessKeyId', credentials.accessKeyId === ok?.accessKeyId],
    ['secretAccessKey', credentials.secretAccessKey.reveal() === ok?.secretAccessKey],
    ['sessionToken', (credentials.sessionToken?.reveal() ?? null) === (ok?.sessionToken ?? null)],
    [
      `expiration ${credentials.expiresAt === null ? 'none' : iso(credentials.expiresAt)}`,
      credentials.expiresAt === expiresAt,
    ],
    ['accountId', credentials.accountId === (ok?.accountId ?? null)],
    ...warnings.map((code) => [`warning ${code} missing`, result.value.warnings.some((one) => one === code)] as const),
  ]
  return checks.filter(([, same]) => !same).map(([name]) => `${name} differs`)
}

/** 'process/not-an-object' is NOT_AN_OBJECT in the shared cases. */
const codeOf = (code: string): string =>
  code
    .replace(/^process\//, '')
    .replaceAll('-', '_')
    .toUpperCase()

function runCommandLine({ id, platform, command, expect }: CommandLineCase): CaseResult {
  const split = splitCommand(command, platform === 'win32' ? 'win32' : 'posix')
  if (expect.argv === undefined) {
    const code = split.ok ? 'words' : codeOf(split.problem.code)
    return { id, problem: code === expect.error ? null : `expected ${expect.error ?? 'an error'}, got ${code}` }
  }
  const same = split.ok && JSON.stringify(split.value) === JSON.stringify(expect.argv)
  return {
    id,
    problem: same ? null : `split otherwise: ${split.ok ? JSON.stringify(split.value) : codeOf(split.problem.code)}`,
  }
}
