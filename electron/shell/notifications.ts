import type { NotificationConstructorOptions } from 'electron'
import type { IdentityName } from '#core/identity/identity'
import { grouped, type Notice } from '#core/notices/notice'
import type { TrayAction } from '#core/tray/tray-action'
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
  on(event: 'action', listener: (event: unknown, index: number) => void): unknown
  on(event: 'reply', listener: (event: unknown, reply: string) => void): unknown
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
  /** A notification or one of its buttons was clicked. */
  readonly onAction: (action: TrayAction) => void
  /** Something was typed into it. Resolves with what is to be asked next; `null`: it was what was wanted. */
  readonly onReply: (name: IdentityName, text: string) => Promise<Notice | null>
  /** The system refused to show one (macOS without a code signature). */
  readonly onFailed: (error: string) => void
}

/** What falls together within this time becomes one notification. */
const GATHER_MS = 500
/** More than these beside each other become one, too. */
const MOST_SHOWN = 3

export function createNotifier(parts: NotifierParts): Notifier {
  return new GatheringNotifier(parts)
}

interface Shown {
  readonly notification: NotificationLike
  /** What it tells, by tag. Gone is what is no longer true. */
  readonly notices: Map<string, Notice>
}

/** Guards that whatever is true is on the screen at most once. */
class GatheringNotifier implements Notifier {
  readonly #parts: NotifierParts
  // Electron forgets a notification that nobody holds, and its click with it (electron#16922).
  readonly #shown = new Set<Shown>()
  readonly #gathered = new Map<string, Notice>()
  #cancel: (() => void) | null = null

  constructor(parts: NotifierParts) {
    this.#parts = parts
  }

  tell({ notices, settled }: Parameters<Notifier['tell']>[0]): void {
    for (const tag of settled) this.#settle(tag)
    for (const notice of notices) this.#gathered.set(notice.tag, notice)
    if (this.#gathered.size > 0) this.#cancel ??= this.#parts.timer.after(GATHER_MS, () => this.#showGathered())
  }

  destroy(): void {
    this.#cancel?.()
    for (const shown of this.#shown) this.#withdraw(shown)
  }

  #settle(tag: string): void {
    this.#gathered.delete(tag)
    for (const shown of this.#shown) {
      shown.notices.delete(tag)
      if (shown.notices.size === 0) this.#withdraw(shown)
    }
  }

  #withdraw(shown: Shown): void {
    this.#shown.delete(shown)
    shown.notification.close()
  }

  #showGathered(): void {
    this.#cancel = null
    const fresh = [...this.#gathered.values()]
    this.#gathered.clear()
    if (this.#parts.isMuted()) return
    const ofIdentities = fresh.filter(({ joins }) => joins)
    for (const notice of fresh.filter(({ joins }) => !joins)) this.#show(notice, [notice])
    if (ofIdentities.length === 0) return
    const all = this.#withStanding(ofIdentities)
    for (const notice of grouped(all)) this.#show(notice, all)
  }

  /** With what is on the screen, where it would become too much: one that says all takes the place of them. */
  #withStanding(fresh: readonly Notice[]): readonly Notice[] {
    const all = new Map([...this.#standing(), ...fresh].map((notice) => [notice.tag, notice]))
    return fresh.length > 1 || all.size > MOST_SHOWN ? [...all.values()] : fresh
  }

  #standing(): readonly Notice[] {
    return [...this.#shown].flatMap(({ notices }) => [...notices.values()].filter(({ joins }) => joins))
  }

  #show(notice: Notice, told: readonly Notice[]): void {
    for (const { tag } of told) this.#settle(tag)
    const { make, platform, icon, onAction, onFailed } = this.#parts
    const notification = make(optionsFor(notice, platform, icon))
    const shown: Shown = { notification, notices: new Map(told.map((one) => [one.tag, one])) }
    const release = (): void => void this.#shown.delete(shown)
    notification.on('click', () => onAction(notice.opens))
    notification.on('action', (_event, index) => {
      const button = notice.buttons[index]
      if (button !== undefined) onAction(button.does)
    })
    notification.on('reply', (_event, text) => void this.#reply(notice, text))
    notification.on('close', release)
    notification.on('failed', (_event, error) => {
      release()
      onFailed(error)
    })
    this.#shown.add(shown)
    notification.show()
  }

  async #reply({ reply }: Notice, text: string): Promise<void> {
    const again = reply === null ? null : await this.#parts.onReply(reply, text)
    if (again !== null) this.#show(again, [again])
  }
}

/** Linux has no buttons in Electron; macOS shows none beside a field. */
function optionsFor(notice: Notice, platform: NodeJS.Platform, icon: string): NotificationConstructorOptions {
  const { title, body, urgency, buttons, reply } = notice
  if (platform === 'linux') return { title, body: escaped(body), urgency, icon }
  const field = reply === null ? {} : { hasReply: true, replyPlaceholder: 'Six digits' }
  return { title, body, urgency, ...field, actions: buttons.map(({ label }) => ({ type: 'button', text: label })) }
}

/** Linux daemons read the body as markup, and a name may hold anything. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
