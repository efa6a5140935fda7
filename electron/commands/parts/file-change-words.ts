import type { WritePreview } from '#core/profile-file/history'
import type { Snapshot } from '#core/snapshot/snapshot'

/** The command was the person's order, so nothing is asked; but that their file was changed for the first time is said. */
export function tellFileChange({ fileChange }: Snapshot, err: (text: string) => void): void {
  if (fileChange === undefined || !fileChange.isFirst) return
  const { profile, file, copied } = fileChange
  const copy = copied ? '; a copy of the file as it was is kept' : ''
  err(`[${profile}] was added to ${file}${copy}. "credtray undo" takes it back.\n`)
}

/**
 * The exact lines, before they are written: a copy of the file is made first. Whether there will be keys to write is not
 * known by then.
 */
export function tellFirstWrite(previews: readonly WritePreview[], err: (text: string) => void): void {
  for (const { file, lines } of previews) {
    const changes = lines.map(({ sign, text }) => `  ${sign} ${text}\n`)
    err(`If this works, it is the first change of ${file} by Credtray; a copy is kept:\n${changes.join('')}`)
  }
}

/** Where the keys did not come after all. `previews`: what would still be the first change now. */
export function tellUnwritten(previews: readonly WritePreview[], err: (text: string) => void): void {
  for (const file of new Set(previews.map((one) => one.file))) err(`Nothing was written to ${file}.\n`)
}
