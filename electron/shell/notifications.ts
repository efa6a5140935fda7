import type { NotificationConstructorOptions } from 'electron'
import type { IdentityName } from '#core/identity/identity'
import { grouped, type Notice } from '#core/snapshot/notice-words'
import type { Timer } from './pacer.ts'

export interface Notifier {
  /** Shows what is new, and takes back what is settled (by tag). */
  tell(news: { readonly notices: readonly Notice[]; readonly settled: readonly string[] }): void
  destroy(): void
}

/** What is used of Electron's Notification. */
export interface NotificationLike {
  on(event: 'click', listener: () => void): unknown
  on(event: 'close', listener: () => void): unknown
  on(event: 'failed', listener: (event: unknown, error: string) => void): unknown
  show(): void
  close(): void
}

export interface NotifierParts {
  readonly make: (options: NotificationConstructorOptions) => NotificationLike
  readonly platform: NodeJS.Platform
  /** Shown beside the text on Linux; the other systems know the app's icon. */
  readonly icon: string
  readonly timer: Timer
  /** True while the person looks at the window anyway. */
  readonly isMuted: () => boolean
  /** A notification was clicked. `null`: it named several. */
  readonly onClick: (name: IdentityName | null) => void
  /** The system refused to show one (macOS without a code signature). */
  readonly onFailed: (error: string) => void
}

/** What falls together within this time becomes one notification. */
const GATHER_MS = 500

export function createNotifier(parts: NotifierParts): Notifier {
  // Electron forgets a notification that nobody holds, and its click with it (electron#16922).
  const held = new Map<string, NotificationLike>()
  const gathered = new Map<string, Notice>()
  let cancel: (() => void) | null = null

  const withdraw = (tag: string): void => {
    gathered.delete(tag)
    held.get(tag)?.close()
    held.delete(tag)
  }

  const show = (notice: Notice): void => {
    withdraw(notice.tag)
    const notification = parts.make(optionsFor(notice, parts))
    const release = (): void => {
      if (held.get(notice.tag) === notification) held.delete(notice.tag)
    }
    notification.on('click', () => parts.onClick(notice.opens))
    notification.on('close', release)
    notification.on('failed', (_event, error) => {
      release()
      parts.onFailed(error)
    })
    held.set(notice.tag, notification)
    notification.show()
  }

  const showGathered = (): void => {
    cancel = null
    const all = grouped([...gathered.values()])
    gathered.clear()
    if (!parts.isMuted()) for (const notice of all) show(notice)
  }

  return {
    tell({ notices, settled }) {
      for (const tag of settled) withdraw(tag)
      for (const notice of notices) gathered.set(notice.tag, notice)
      if (gathered.size > 0) cancel ??= parts.timer.after(GATHER_MS, showGathered)
    },
    destroy() {
      cancel?.()
      for (const tag of held.keys()) withdraw(tag)
    },
  }
}

function optionsFor(
  { title, body, urgency }: Notice,
  { platform, icon }: NotifierParts,
): NotificationConstructorOptions {
  if (platform !== 'linux') return { title, body, urgency }
  return { title, body: escaped(body), urgency, icon }
}

/** Linux daemons read the body as markup, and a name may hold anything. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
