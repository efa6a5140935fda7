import { decodeTrayMemory, type TrayMemory } from '#core/tray/tray-memory'
import { readOwnJson, writeOwnJson } from './own-json.ts'

export interface TrayMemoryFile {
  current(): TrayMemory
  /** Counts at once. Where it cannot be kept, the next start begins anew. */
  change(patch: Partial<TrayMemory>): void
  /** Resolves when what was changed is written. */
  settled(): Promise<void>
}

export async function openTrayMemory(file: string): Promise<TrayMemoryFile> {
  let current = decodeTrayMemory(await readOwnJson(file))
  let saving: Promise<void> = Promise.resolve()
  return {
    current: () => current,
    change(patch) {
      current = { ...current, ...patch }
      saving = saving.then(() => writeOwnJson(file, current)).catch(() => undefined)
    },
    settled: () => saving,
  }
}
