import { isFirstTime, wasSeen } from '../own-data/first-time.ts'
import { sha256 } from '../sha256.ts'

/** What the person knows of our writing to each of their files, in the app's own data. */
export interface KnownFiles {
  /** Whether they were shown the first change before it was made, and agreed. */
  isAgreed(target: string): Promise<boolean>
  agree(target: string): Promise<void>
  /** True once: a change of this file that is worth a word. */
  isFirstChange(target: string): Promise<boolean>
}

export function createKnownFiles(folder: string): KnownFiles {
  const mark = (what: string, target: string): string => `${what}-${sha256(target).slice(0, 12)}`
  return {
    isAgreed: (target) => wasSeen(folder, mark('agreed', target)),
    async agree(target) {
      await isFirstTime(folder, mark('agreed', target))
    },
    isFirstChange: (target) => isFirstTime(folder, mark('changed', target)),
  }
}
