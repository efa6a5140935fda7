import { chmod, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ProcessCase } from './process-vectors.ts'

/** The helper of one case on disk. */
export interface WrittenHelper {
  readonly file: string
  /** The command that runs it, where the case names none. */
  readonly command: string
  /** The same helper in a folder whose name has a space. */
  readonly fileWithSpace: string
}

/** Writes the helper that a case describes: its own script, or one that prints what the case says and ends as it says. */
export async function writeHelper(one: ProcessCase, folder: string): Promise<WrittenHelper> {
  const spaced = path.join(folder, 'with space')
  await mkdir(spaced, { recursive: true })
  await writeFile(path.join(folder, 'stdout'), one.stdoutBytes)
  await writeFile(path.join(folder, 'stderr'), one.stderrBytes)
  const file = path.join(folder, 'helper')
  const fileWithSpace = path.join(spaced, 'helper')
  const script = one.script ?? printingScript(one, folder)
  for (const target of [file, fileWithSpace]) {
    await writeFile(target, script)
    await chmod(target, one.mode)
  }
  if (process.platform !== 'win32') return { file, command: `"${file}"`, fileWithSpace }
  await writeFile(`${file}.mjs`, printingModule(one.exitCode))
  return { file, command: `"${process.execPath}" "${file}.mjs"`, fileWithSpace }
}

function printingScript({ exitCode, signal, delayMs }: ProcessCase, folder: string): string {
  const lines = [
    '#!/bin/sh',
    `cat '${folder}/stderr' >&2`,
    `cat '${folder}/stdout'`,
    delayMs === null ? null : `sleep ${delayMs / 1_000}`,
    signal === null ? `exit ${exitCode}` : `kill -${signal.replace(/^SIG/, '')} $$`,
  ]
  return `${lines.filter((line) => line !== null).join('\n')}\n`
}

/** The same for Windows, which has no shell for the scripts. Its cases never end by a signal. */
function printingModule(exitCode: number): string {
  return `import { readFileSync, writeSync } from 'node:fs'
const put = (descriptor, name) => writeSync(descriptor, readFileSync(new URL(name, import.meta.url)))
put(2, 'stderr')
put(1, 'stdout')
process.exitCode = ${exitCode}
`
}
