import { Notification } from 'electron'

/** Shows a sentence although the window may be closed. */
export const tell = (words: string): void => new Notification({ title: 'Credtray', body: words }).show()
