import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, tool } from '../setup/project.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** Unit and property tests. */
export async function unitTests() {
  return withReport('unit tests', async (report) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { code } = await show(tool('vitest'), ['run', '-c', 'build/vitest.config.ts', ...reporters])
    const found = read(report)
    return counted(code, {
      passed: found?.numPassedTests ?? 0,
      failed: found?.numFailedTests ?? 0,
      skipped: (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0),
    })
  })
}

/** The shared cases, run as anyone runs them. */
export async function conformance() {
  console.log('\nconformance')
  const folder = join(root, 'tests/vectors')
  const files = readdirSync(folder).map((name) => join(folder, name))
  const { code, stdout } = await show(join(root, 'build/conformance.mjs'), files)
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(stdout) ?? []
  return counted(code, { passed: Number(passed ?? 0), failed: Number(failed ?? 0), skipped: 0 })
}

/**
 * The app in a real Electron on a desktop of its own.
 * @param {string} dist
 */
export async function endToEnd(dist) {
  return withReport('end to end', async (report) => {
    const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: dist, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
    const args = ['test', '-c', 'build/playwright.config.ts', '--reporter=list,json']
    const { code } = await show(tool('@playwright/test', 'playwright'), args, env)
    const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = read(report)?.stats ?? {}
    return counted(code, { passed: expected, failed: unexpected + flaky, skipped })
  })
}

/**
 * A suite that fell over before its first test counts as one failure.
 * @param {number} code
 * @param {Count} count
 * @returns {Count}
 */
function counted(code, count) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

/** @param {string} name @param {(report: string) => Promise<Count>} suite */
async function withReport(name, suite) {
  console.log(`\n${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'credtray-report-'))
  try {
    return await suite(join(folder, 'report.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} file @returns {any} `null`: the suite fell over before it wrote one */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null // counted() makes a failure of it
  }
}

/**
 * Runs a script and shows what it prints while it runs.
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, stdout: string }>}
 */
function show(script, args, env = process.env) {
  const child = spawn(process.execPath, [script, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  let stdout = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
    process.stdout.write(chunk)
  })
  return new Promise((done, refused) => {
    child.once('error', refused)
    child.once('close', (code) => done({ code: code ?? 1, stdout }))
  })
}
