import { systemClock } from '#host/clock'
import { createAnnouncer } from '#shell/announce'
import { systemTimer } from '#shell/pacer'
import type { Assembled } from '../assemble.ts'
import { noUpdates } from './settings-facts.ts'
import { followUpdates } from './follow-updates.ts'

interface Parts extends Pick<Assembled, 'settings' | 'machine' | 'contacts'> {
  readonly print: (line: string) => void
  readonly isHushed: () => boolean
}

/** New versions, where the person wants to hear of them: electron-updater is read from the disk then and not before. */
export function lookForUpdates({ settings, machine, contacts, print, isHushed }: Parts): () => void {
  return followUpdates({
    settings,
    whyNot: () => noUpdates(machine),
    load: async () => (await import('./electron-release-feed.ts')).electronReleaseFeed(print, contacts),
    timer: systemTimer,
    now: systemClock.now,
    isHushed,
    tell: createAnnouncer(null).say,
    print,
  })
}
