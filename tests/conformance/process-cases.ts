import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { instant, iso, milliseconds } from '#core/base/time'
import { splitCommand } from '#core/credentials/command-line'
import type { Obtained } from '#core/credentials/credentials'
import { decodeProcessOutput } from '#core/credentials/process-output'
import type { Attempt } from '#core/credentials/process-problem'
import { createProcessRunner } from '#host/process/process-runner'
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
  const outcome = isForeign ? decodeOnly(one) : await runHelper(one, helper)
  return { id: one.id, problem: differences(one.expect, outcome) }
}

/** Another platform's case cannot be started here; what it prints is still read by that platform's rules. */
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
    command: (one.command ?? helper.command)
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

/** A claim about the outcome that does not hold is a difference. No value is ever named. */
type Claim = readonly [claim: string, holds: boolean]

/** `null`: all is as expected. Else what is not, in one line. */
function differences(expected: Expectation, outcome: Outcome): string | null {
  const { ok, withinMs, stderrExcerptContains: excerpt, messageMustNotContain } = expected
  const claims: readonly Claim[] = [
    ...(ok === undefined ? errorClaims(expected, outcome) : okClaims(ok, outcome.result)),
    ...expected.warnings.map((code): Claim => [`warning ${code}`, warningsOf(outcome.result).includes(code)]),
    ['no forbidden text is shown', !messageMustNotContain.some((text) => outcome.said.includes(text))],
    [`within ${withinMs} ms, took ${Math.round(outcome.tookMs)}`, withinMs === undefined || outcome.tookMs <= withinMs],
    ['the excerpt of stderr', excerpt === undefined || outcome.stderr.includes(excerpt)],
  ]
  const broken = claims.filter(([, holds]) => !holds).map(([claim]) => `not as expected: ${claim}`)
  return broken.length === 0 ? null : broken.join('; ')
}

const warningsOf = (result: Attempt<Obtained>): readonly string[] => (result.ok ? result.value.warnings : [])

function errorClaims(expected: Expectation, { result, exitCode }: Outcome): readonly Claim[] {
  const { error, field, hint, exitCodeReported: status } = expected
  if (result.ok) return [[`${error ?? 'an error'}, got credentials`, false]]
  const { problem } = result
  const hints: readonly string[] = problem.hints
  return [
    [`${error}, got ${codeOf(problem.code)}`, codeOf(problem.code) === error],
    [`field ${field}, got ${problem.field}`, field === undefined || problem.field === field],
    [`hint ${hint}, got ${hints.join(', ')}`, hint === undefined || hints.includes(hint)],
    [`exit code ${status}, got ${problem.exitCode}`, status === undefined || problem.exitCode === status],
    [`exit code ${status} of the run, got ${exitCode}`, status === undefined || exitCode === status],
  ]
}

function okClaims(ok: NonNullable<Expectation['ok']>, result: Attempt<Obtained>): readonly Claim[] {
  if (!result.ok) return [[`credentials, got ${codeOf(result.problem.code)}: ${result.problem.message}`, false]]
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt, accountId } = result.value.credentials
  const expiration = typeof ok.expiration === 'string' ? Date.parse(ok.expiration) : null
  return [
    ['accessKeyId', accessKeyId === ok.accessKeyId],
    ['secretAccessKey', secretAccessKey.reveal() === ok.secretAccessKey],
    ['sessionToken', (sessionToken?.reveal() ?? null) === (ok.sessionToken ?? null)],
    [`expiration, got ${expiresAt === null ? 'none' : iso(expiresAt)}`, expiresAt === expiration],
    ['accountId', accountId === (ok.accountId ?? null)],
  ]
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
