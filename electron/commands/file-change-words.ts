import type { Snapshot } from '#core/snapshot/snapshot'

/** The command was the person's order, so nothing is asked; but that their file was changed for the first time is said. */
export function tellFileChange({ fileChange }: Snapshot, err: (text: string) => void): void {
  if (fileChange === undefined || !fileChange.isFirst) return
  const { profile, file } = fileChange
  err(`[${profile}] was added to ${file}; a copy of the file as it was is kept. "credtray undo" takes it back.\n`)
}
