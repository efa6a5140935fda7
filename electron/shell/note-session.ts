import type { Session } from 'electron'
import type { Purpose } from '#core/contacts/contact'
import type { ContactEnd, Contacts } from '#engine/contacts'
import { proxyOf } from './proxy-of.ts'

/** What of a session is needed; Electron allows one listener of each kind. */
export interface NotedSession extends Pick<Session, 'resolveProxy'> {
  readonly webRequest: Pick<
    Session['webRequest'],
    'onBeforeRequest' | 'onBeforeRedirect' | 'onCompleted' | 'onErrorOccurred'
  >
}

const EVERYTHING = { urls: ['<all_urls>'] }

/** Notes whatever a session of Chromium asks that is used for one thing. A request is let go when it is noted. */
export function noteSession(session: NotedSession, purpose: Purpose, contacts: Contacts): void {
  const underway = new Map<number, (end: ContactEnd) => void>()
  const end = (id: number, how: ContactEnd): void => {
    underway.get(id)?.(how)
    underway.delete(id)
  }
  const { webRequest } = session
  webRequest.onBeforeRequest(EVERYTHING, ({ id, url }, letGo) => {
    void begin(id, url).finally(() => letGo({}))
  })
  // The next request has the same number, and may go to another host.
  webRequest.onBeforeRedirect(EVERYTHING, ({ id }) => end(id, 'answered'))
  webRequest.onCompleted(EVERYTHING, ({ id }) => end(id, 'answered'))
  webRequest.onErrorOccurred(EVERYTHING, ({ id }) => end(id, 'unanswered'))

  async function begin(id: number, url: string): Promise<void> {
    const { host, origin } = new URL(url)
    const proxy = await proxyOf(session, origin).catch(() => null)
    underway.set(id, contacts.ask({ host, purpose, proxy }))
  }
}
