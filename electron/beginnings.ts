import { join } from 'node:path'
import { dataFolder } from '#host/own-data/data-folder'
import type { Machine } from '#host/this-machine'
import { loginEnvironment } from '#host/process/login-path'
import { openSettingsFile, type SettingsStore } from '#host/own-data/settings-file'
import type { Where } from './where.ts'

/** What the rest of a start waits for. Neither promise fails. */
export interface Beginnings {
  /** The app's own data. */
  readonly folder: string
  readonly settings: Promise<SettingsStore>
  /** With the environment of the person's login shell. */
  readonly machine: Promise<Machine>
}

/** Asks for both at once, and early: a login shell may take seconds. */
export function begin(where: Where, bare: Machine): Beginnings {
  const folder = dataFolder(where.dataDir, bare)
  return {
    folder,
    settings: openSettingsFile(join(folder, 'settings.json')),
    machine: withLoginEnvironment(bare),
  }
}

/** A shell that asks something at its start must not keep the app from starting. */
const SHELL_MS = 3_000

async function withLoginEnvironment(machine: Machine): Promise<Machine> {
  const env = await loginEnvironment({ ...machine, timeoutMs: SHELL_MS }, new AbortController().signal)
  return { ...machine, env }
}
