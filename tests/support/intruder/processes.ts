import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** A process of this machine, as the system lists it. */
export interface SeenProcess {
  readonly pid: number
  /** Its arguments, joined by spaces. */
  readonly argv: string
  /** Its variables, a line each; of Chromium's processes what their titles have left of them. */
  readonly environment: string
}

/**
 * What runs in this home: the app, its helpers, and theirs. Linux only. Chromium writes its title over its environment,
 * so a process also counts by its arguments and by its folder.
 */
export function processesOf(home: string): readonly SeenProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => look(Number(name)) ?? [])
    .filter(({ argv, environment, folder }) => [argv, environment, folder].some((text) => text.includes(home)))
    .map(({ pid, argv, environment }) => ({ pid, argv, environment }))
}

/** `null`: it has ended meanwhile. A zombie has nothing of all this, so it does not count. */
function look(pid: number) {
  try {
    const read = (what: string) => readFileSync(`/proc/${pid}/${what}`, 'utf8')
    const folder = readlinkSync(`/proc/${pid}/cwd`)
    return {
      pid,
      argv: read('cmdline').replaceAll('\0', ' ').trim(),
      environment: read('environ').replaceAll('\0', '\n'),
      folder,
    }
  } catch {
    return null
  }
}
