/** What starts the very program that runs here again. */
export interface ThisProgram {
  readonly executable: string
  /** What stands before a sub-command: the script, or the folder of the app. */
  readonly before: readonly string[]
  /** Variables that it needs. */
  readonly env: Readonly<Record<string, string>>
}

/**
 * `node cli.js`, `electron .`, the packed executable, or that one run as Node, which is how the packed command line runs
 * on Linux (cli.ts has taken the variable away).
 */
export function thisProgram(running: Running): ThisProgram {
  const words = running.argv.slice(1)
  const script = words.slice(0, words.findIndex((word) => !word.startsWith('-')) + 1)
  if (running.versions['electron'] === undefined) return { executable: running.execPath, before: script, env: {} }
  if (running.type !== 'browser')
    return { executable: running.execPath, before: script, env: { ELECTRON_RUN_AS_NODE: '1' } }
  return { executable: running.execPath, before: running.defaultApp === true ? script : [], env: {} }
}

/** Of `process`, with what Electron adds to it. */
interface Running {
  readonly execPath: string
  readonly argv: readonly string[]
  readonly versions: Readonly<Record<string, string | undefined>>
  readonly type?: string
  readonly defaultApp?: boolean
}
