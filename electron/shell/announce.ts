import { Notification } from 'electron'

export interface Announcement {
  readonly title: string
  readonly body: string
  /** `null`: a click does nothing. */
  readonly onClick: (() => void) | null
}

/** Shows one announcement at a time: a newer one takes the place of the one before. */
export function createAnnouncer(): (announcement: Announcement) => void {
  // Electron forgets a notification that nobody holds, and its click with it (electron#16922).
  let shown: Notification | null = null
  return ({ title, body, onClick }) => {
    shown?.close()
    shown = new Notification({ title, body })
    if (onClick !== null) shown.on('click', onClick)
    shown.show()
  }
}
