import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { endProcessGroup } from './process-group.ts'

/** A program to start, ready for the system. */
export interface Start {
  readonly file: string
  readonly args: readonly string[]
  /** Windows: the arguments are already quoted for cmd.exe. */
  readonly verbatim: boolean
  readonly folder: string
  readonly env: Record<string, string>
}

export interface RunRules {
  readonly platform: NodeJS.Platform
  readonly timeoutMs: number
  readonly maxOutputBytes: number
  /** Between asking a process group to end and forcing it. */
  readonly killGraceMs: number
  /** How long output may still come after the exit: a daemon that the helper left behind holds the pipes open. */
  readonly drainGraceMs: number
  readonly onStderr: (chunk: Uint8Array) => void
}

export type RunEnd =
  | { readonly kind: 'exited'; readonly exitCode: number; readonly output: Uint8Array }
  | { readonly kind: 'signalled'; readonly signal: string }
  | { readonly kind: 'stopped'; readonly why: 'timeout' | 'cancelled' | 'output-too-large' }
  | { readonly kind: 'not-started'; readonly error: unknown }

/** Runs a program to its end, or ends it with all that it started. Nothing of it is left: no process, timer or listener. */
export async function runChild(start: Start, rules: RunRules, signal: AbortSignal): Promise<RunEnd> {
  if (signal.aborted) return { kind: 'stopped', why: 'cancelled' }
  const begun = begin(start, rules.platform)
  if (!('child' in begun)) return begun
  const { child } = begun
  const stop = createStop(rules, signal)
  const output = collect(child, rules, () => stop.now('output-too-large'))
  const ended = exitOf(child)
  const closed = closeOf(child)
  try {
    const end = await Promise.race([ended, stop.asked])
    if (end.kind === 'not-started') return end
    const last = end.kind === 'stopped' ? end : await drained(end, rules, [closed, stop])
    if (last.kind === 'stopped') await endAll(child, rules, ended)
    return last.kind === 'exited' ? { ...last, output: Buffer.concat(output) } : last
  } finally {
    stop.dispose()
    child.stdout?.destroy()
    child.stderr?.destroy()
  }
}

/** The program has ended; what it wrote may still be on its way. The time limit was for the program, and is over. */
async function drained(end: RunEnd, rules: RunRules, [closed, stop]: readonly [Promise<void>, Stop]): Promise<RunEnd> {
  stop.lift()
  return (await atMost(rules.drainGraceMs, Promise.race([closed, stop.asked]))) ?? end
}

/** Group first; then the leader's exit is awaited, so that the system has no zombie of ours. */
async function endAll(child: ChildProcess, rules: RunRules, ended: Promise<RunEnd>): Promise<void> {
  if (child.pid !== undefined) await endProcessGroup(child.pid, rules.killGraceMs, rules.platform)
  await atMost(rules.drainGraceMs, ended)
}

/** `undefined`: it took longer. */
async function atMost<T>(waitMs: number, work: Promise<T>): Promise<T | undefined> {
  const timer = new AbortController()
  const late = delay(waitMs, undefined, { signal: timer.signal }).catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    timer.abort()
  }
}

type Begun = { readonly child: ChildProcess } | { readonly kind: 'not-started'; readonly error: unknown }

/** A group of its own, so that it can be ended with its children, and no terminal and no input to wait for. */
function begin(start: Start, platform: NodeJS.Platform): Begun {
  try {
    const child = spawn(start.file, start.args, {
      cwd: start.folder,
      env: start.env,
      detached: platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      windowsVerbatimArguments: start.verbatim,
    })
    return { child }
  } catch (error) {
    return { kind: 'not-started', error }
  }
}

function exitOf(child: ChildProcess): Promise<RunEnd> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ kind: 'not-started', error }))
    child.once('exit', (exitCode, signal) => {
      if (exitCode === null) resolve({ kind: 'signalled', signal: signal ?? 'unknown' })
      else resolve({ kind: 'exited', exitCode, output: new Uint8Array() })
    })
  })
}

/** Both streams at their end. It may come in the same breath as the exit, so it is listened for from the start. */
function closeOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('close', () => resolve()))
}

interface Stop {
  readonly asked: Promise<Extract<RunEnd, { kind: 'stopped' }>>
  now(why: Extract<RunEnd, { kind: 'stopped' }>['why']): void
  /** No time limit from here on. */
  lift(): void
  dispose(): void
}

/** The three reasons to end a run early. The first one counts. */
function createStop(rules: RunRules, signal: AbortSignal): Stop {
  let now: Stop['now'] = () => undefined
  const asked: Stop['asked'] = new Promise((resolve) => {
    now = (why) => resolve({ kind: 'stopped', why })
  })
  const onAbort = (): void => now('cancelled')
  const timer = setTimeout(() => now('timeout'), rules.timeoutMs)
  signal.addEventListener('abort', onAbort, { once: true })
  return {
    asked,
    now: (why) => now(why),
    lift: () => clearTimeout(timer),
    dispose() {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
    },
  }
}

/** Reads both streams to their end. Stdout over the limit is reported; stderr goes to its own keeper. */
function collect(child: ChildProcess, rules: RunRules, onTooLarge: () => void): readonly Uint8Array[] {
  const chunks: Uint8Array[] = []
  let size = 0
  child.stdout?.on('data', (chunk: Uint8Array) => {
    size += chunk.length
    if (size <= rules.maxOutputBytes) {
      chunks.push(chunk)
    } else {
      // A closed pipe stops a flood at once, even one that does not mind SIGTERM.
      child.stdout?.destroy()
      onTooLarge()
    }
  })
  child.stderr?.on('data', rules.onStderr)
  return chunks
}
