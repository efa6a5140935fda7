import { open } from 'node:fs/promises'
import path from 'node:path'
import { redact, redactPath } from '#core/base/redact'
import { HINT_SENTENCES, usesShellSyntax } from '#core/credentials/process-hints'
import { type ProcessProblem, processProblem } from '#core/credentials/process-problem'
import { errorCode } from '../error-code.ts'

/** A program's name as it may stand in a message. A first word such as `KEY=value` may be a secret. */
export function shownProgram(argv: readonly string[]): string {
  const [program = ''] = argv
  return program === '' || program.includes('=') ? 'The command' : redact(path.basename(program))
}

export function notFound(program: string, where: { command: string; searched: readonly string[] }): ProcessProblem {
  const isShell = usesShellSyntax(where.command)
  const shown = program === '' || program.includes('=') ? 'The program of the command' : redactPath(program)
  const advice = isShell ? HINT_SENTENCES.SHELL_SYNTAX : 'Check the spelling, or write the full path of the program.'
  const searched = where.searched.length === 0 ? '' : ` Searched: ${where.searched.join(path.delimiter)}`
  const problem = processProblem('process/not-found', {
    message: `${shown} was not found.`,
    hint: '',
    hints: isShell ? ['SHELL_SYNTAX'] : [],
  })
  return { ...problem, hint: `${advice}${searched}` }
}

export function notExecutable(file: string, isFolder: boolean): ProcessProblem {
  const shown = redactPath(file)
  return processProblem('process/not-executable', {
    message: isFolder ? `${shown} is a folder, not a program.` : `${shown} may not be run.`,
    hint: isFolder ? 'Name the program inside it.' : `Make it executable: chmod +x ${shown}`,
  })
}

/** Why the system refused to start a file that is there. */
export async function startRefused(file: string, error: unknown): Promise<ProcessProblem> {
  const code = errorCode(error) || 'unknown reason'
  if (code === 'ENOENT') return interpreterMissing(file, await interpreterOf(file))
  if (code === 'EACCES' || code === 'EPERM') return notExecutable(file, false)
  return processProblem('process/spawn-failed', {
    message: `${redact(path.basename(file))} could not be started (${code}).`,
    hint: START_ADVICE[code] ?? 'Start it once in a terminal: the system refuses it for a reason that is shown there.',
  })
}

const START_ADVICE: Readonly<Record<string, string | undefined>> = {
  E2BIG: 'The arguments together with the environment are too long. Shorten the command.',
  EMFILE: 'Too many files are open. Restart Credtray, and tell us if it comes back.',
  ENFILE: 'Too many files are open on this computer. Close some programs.',
  EAGAIN: 'There are too many processes. Close some programs and refresh again.',
  ENOMEM: 'The memory is full. Close some programs and refresh again.',
  ENOEXEC: 'It is no program for this computer: check its first line (#!/bin/sh) or its architecture.',
}

function interpreterMissing(file: string, interpreter: string | null): ProcessProblem {
  const name = redact(path.basename(file))
  if (interpreter === null) {
    return processProblem('process/not-found', {
      message: `${name} could not be started: the system misses a part of it.`,
      hint: 'It was built for another system, or it was removed a moment ago. Install it again.',
    })
  }
  const isWindowsText = interpreter.endsWith('\r')
  return processProblem('process/not-found', {
    message: `${name} is a script for ${redact(interpreter.trim())}, which was not found.`,
    hint: isWindowsText
      ? 'Its lines end as in Windows. Save it with Unix line ends (LF).'
      : 'Install that interpreter, or correct the first line of the script.',
  })
}

/** The program that the first line of a script names. `null`: it is no script, or it cannot be read. */
async function interpreterOf(file: string): Promise<string | null> {
  try {
    const handle = await open(file)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0)
      const firstLine = buffer.subarray(0, bytesRead).toString('latin1').split('\n')[0] ?? ''
      return /^#![ \t]*([^ \t]+)/.exec(firstLine)?.[1] ?? null
    } finally {
      await handle.close()
    }
  } catch {
    // Only a better wording is lost.
    return null
  }
}
