import { appendFile, readFile, rm, stat } from 'node:fs/promises'
import {
  decodeRemembered,
  decodeRememberedChange,
  NOTHING_REMEMBERED,
  type Remembered,
  type RememberedChange,
  type RememberedSession,
  withChanges,
} from '#core/session/remembered'
import type { IdentityName } from '#core/identity/identity'
import type { Memory } from '#engine/ports'
import { parsedJson } from '../parsed-json.ts'
import { readOwnJson, writeOwnJson } from './own-json.ts'

/**
 * What the app remembers, in its own data folder: all of it as JSON, and beside it a line for each change since, so that a
 * renewal costs the same however many identities there are. A file that cannot be read is a fresh start, not an error.
 */
export function createMemoryFile(file: string): Memory {
  const sessions = new Map<IdentityName, RememberedSession>()
  let paused = false
  /** The whole names the lines that belong to it, so lines that a crash left behind are nobody's. */
  let lines = linesBeside(file, 0)
  let count = 0
  /** Of the whole as we know it. Another process may have saved since: then all of ours is saved anew. */
  let known: string | null = null

  function take(remembered: Remembered): void {
    paused = remembered.paused
    sessions.clear()
    for (const session of remembered.active) sessions.set(session.name, session)
  }

  async function save(next: Remembered): Promise<void> {
    const old = lines
    const generation = (await generationOf(file)) + 1
    const fresh = linesBeside(file, generation)
    await rm(fresh, { force: true })
    await writeOwnJson(file, { ...next, generation })
    take(next)
    lines = fresh
    count = 0
    known = await markOf(file)
    await rm(old, { force: true })
  }

  return {
    async load() {
      const raw = await readOwnJson(file)
      lines = linesBeside(file, generationIn(raw))
      const { changes, isWhole } = await readChanges(lines)
      count = changes.length
      known = isWhole ? await markOf(file) : null
      const remembered = withChanges(decodeRemembered(raw) ?? NOTHING_REMEMBERED, changes)
      take(remembered)
      return remembered
    },
    save,
    async note(changes) {
      for (const { name, session } of changes) {
        if (session === null) sessions.delete(name)
        else sessions.set(name, session)
      }
      count += changes.length
      const isFull = count > 2 * sessions.size + SPARE
      if (known === null || isFull || known !== (await markOf(file)))
        return save({ paused, active: [...sessions.values()] })
      await appendFile(lines, changes.map((change) => `${JSON.stringify(change)}\n`).join(''), { mode: 0o600 })
    },
  }
}

/** So many lines are read at the next start in no time. */
const SPARE = 500

const linesBeside = (file: string, generation: number): string => `${file}.${generation}.jsonl`

function generationIn(raw: unknown): number {
  const generation = typeof raw === 'object' && raw !== null && 'generation' in raw ? raw.generation : 0
  return typeof generation === 'number' ? generation : 0
}

const generationOf = async (file: string): Promise<number> => generationIn(await readOwnJson(file))

/** Tells two wholes apart: each is a new file. `null`: there is none. */
async function markOf(file: string): Promise<string | null> {
  const found = await stat(file, { bigint: true }).catch(() => null)
  return found && `${found.ino} ${found.mtimeNs}`
}

/** Half a line after a crash is no change, and nothing may be written behind it. */
async function readChanges(
  lines: string,
): Promise<{ readonly changes: readonly RememberedChange[]; readonly isWhole: boolean }> {
  const text = await readFile(lines, 'utf8').catch(() => '')
  const changes = text.split('\n').flatMap((line) => decodeRememberedChange(parsedJson(line)) ?? [])
  return { changes, isWhole: text === '' || text.endsWith('\n') }
}
