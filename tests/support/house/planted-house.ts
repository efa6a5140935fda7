import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root, tool } from '../../../build/setup/project.mjs'

/** A house with our walls and nobody in it but the faults that a test plants. */
export interface PlantedHouse {
  /** `file: rule` of each finding. */
  lint(): Promise<readonly string[]>
  /** `file: code` of each finding. */
  compile(): Promise<readonly string[]>
  remove(): void
}

const ROOMS = ['core', 'engine', 'host', 'bridge', 'shell'].map((room) => `electron/${room}`)
const WALLS = [
  'package.json',
  'build/oxlint.json',
  'build/tsconfig.base.json',
  'build/electron-33/tsconfig.json',
  'electron/tsconfig.json',
  'renderer/tsconfig.json',
]

export function plantHouse(files: Readonly<Record<string, string>>): PlantedHouse {
  const folder = mkdtempSync(join(tmpdir(), 'credtray-house-'))
  for (const wall of [...WALLS, ...ROOMS.map((room) => `${room}/tsconfig.json`)]) {
    cpSync(join(root, wall), join(folder, wall))
  }
  borrowPackages(folder)
  const references = [...ROOMS, 'electron', 'renderer', 'build/electron-33'].map((path) => ({ path }))
  plant(folder, 'tsconfig.json', JSON.stringify({ files: [], references }))
  for (const [file, text] of Object.entries(files)) plant(folder, file, text)
  return {
    lint: async () => findings(await node(folder, [tool('oxlint'), ...LINT]), LINT_FINDING),
    compile: async () => findings(await node(folder, [tool('typescript', 'tsc'), ...COMPILE]), COMPILE_FINDING),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const LINT = ['-c', 'build/oxlint.json', '--format=unix', 'electron', 'renderer']
const LINT_FINDING = /^([\w./-]+):\d+:\d+: .*\[\w+\/[\w-]+\(([\w-]+)\)\]$/gm

const COMPILE = ['-b', '--pretty', 'false']
const COMPILE_FINDING = /^([\w./-]+)\(\d+,\d+\): error (TS\d+)/gm

/** One by one: what the compiler notes down in node_modules/.cache must not land in the real one. */
function borrowPackages(folder: string): void {
  const packages = join(root, 'node_modules')
  mkdirSync(join(folder, 'node_modules'))
  for (const name of readdirSync(packages)) {
    if (!name.startsWith('.')) symlinkSync(join(packages, name), join(folder, 'node_modules', name), 'junction')
  }
}

function plant(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

/** Both tools end with a failure when they find something, so only what they print counts. */
function node(cwd: string, args: readonly string[]): Promise<string> {
  return new Promise((done) => execFile(process.execPath, [...args], { cwd }, (_error, stdout) => done(stdout)))
}

function findings(printed: string, pattern: RegExp): readonly string[] {
  return [...printed.matchAll(pattern)].map(([, file, rule]) => `${file}: ${rule}`)
}
