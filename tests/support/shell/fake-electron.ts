import type { MenuItemConstructorOptions, NotificationConstructorOptions } from 'electron'
import type { NotificationLike } from '#shell/notifications'
import type { MenuLike, TrayLike } from '#shell/tray'

/** The few things of Electron that the shell touches, by hand. Images are the names of their files. */
export class FakeMenu implements MenuLike {
  readonly #listeners = new Map<string, () => void>()
  readonly template: readonly MenuItemConstructorOptions[]

  constructor(template: readonly MenuItemConstructorOptions[]) {
    this.template = template
  }

  on(event: string, listener: () => void): void {
    this.#listeners.set(event, listener)
  }

  open(): void {
    this.#listeners.get('menu-will-show')?.()
  }

  close(): void {
    this.#listeners.get('menu-will-close')?.()
  }

  labels(): readonly string[] {
    return this.template.map((item) => item.label ?? item.type ?? '')
  }

  /** Clicks as Electron does, but for the arguments, which nobody here reads. */
  click(label: string): void {
    const items = this.template.flatMap((item) => (Array.isArray(item.submenu) ? [item, ...item.submenu] : [item]))
    const found = items.find((item) => item.label === label)
    if (found?.click === undefined) throw new Error(`no row "${label}" to click`)
    Reflect.apply(found.click, null, [])
  }
}

export class FakeTray implements TrayLike<string, FakeMenu> {
  readonly images: string[]
  readonly tooltips: string[] = []
  readonly titles: string[] = []
  readonly menus: FakeMenu[] = []
  destroyed = false
  #click = (): void => {}

  constructor(image: string) {
    this.images = [image]
  }

  get menu(): FakeMenu {
    const last = this.menus.at(-1)
    if (last === undefined) throw new Error('the tray has no menu yet')
    return last
  }

  setImage(image: string): void {
    this.images.push(image)
  }

  setToolTip(text: string): void {
    this.tooltips.push(text)
  }

  setTitle(title: string): void {
    this.titles.push(title)
  }

  setContextMenu(menu: FakeMenu): void {
    this.menus.push(menu)
  }

  on(_event: 'click', listener: () => void): void {
    this.#click = listener
  }

  click(): void {
    this.#click()
  }

  destroy(): void {
    this.destroyed = true
  }
}

export class FakeNotification implements NotificationLike {
  readonly #listeners = new Map<string, (event: unknown, what: never) => void>()
  readonly options: NotificationConstructorOptions
  state: 'made' | 'shown' | 'closed' = 'made'

  constructor(options: NotificationConstructorOptions) {
    this.options = options
  }

  on(event: string, listener: (event: unknown, what: never) => void): void {
    this.#listeners.set(event, listener)
  }

  show(): void {
    this.state = 'shown'
  }

  close(): void {
    this.state = 'closed'
    this.emit('close')
  }

  /** `what`: the error, the number of the button, or what was typed. */
  emit(event: 'click' | 'close' | 'failed' | 'action' | 'reply', what: string | number = ''): void {
    const listener = this.#listeners.get(event)
    if (listener !== undefined) Reflect.apply(listener, null, [{}, what])
  }
}
