import { Notification } from 'electron'

export interface Announcement {
  readonly title: string
  readonly body: string
  /** `null`: a click does nothing. */
  readonly onClick: (() => void) | null
}

export interface Announcer {
  /** A newer one takes the place of the one before. */
  say(announcement: Announcement): void
  /** It is no longer true. */
  takeBack(): void
}

/** Shows one announcement at a time. `icon`: a picture beside it; only Linux needs one. */
export function createAnnouncer(icon: string | null): Announcer {
  // Electron forgets a notification that nobody holds, and its click with it (electron#16922).
  let shown: Notification | null = null
  const picture = icon === null || process.platform !== 'linux' ? {} : { icon }
  return {
    say({ title, body, onClick }) {
      shown?.close()
      shown = new Notification({ title, body, silent: true, ...picture })
      if (onClick !== null) shown.on('click', onClick)
      shown.show()
    },
    takeBack() {
      shown?.close()
      shown = null
    },
  }
}
