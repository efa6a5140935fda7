import type { MenuItemConstructorOptions } from 'electron'
import type { TrayAction } from '#core/tray/tray-action'
import { sameRows, sameTrayModel, type TrayIconName, type TrayModel } from '#core/tray/tray-model'
import { createPacer, type Timer } from './pacer.ts'
import { trayTemplate } from './tray-template.ts'

/** The tray as far as the app knows it. */
export interface TrayFace {
  show(model: TrayModel): void
  destroy(): void
}

/** What is used of Electron's Menu. The two events come on macOS and Windows only (electron#28837). */
export interface MenuLike {
  on(event: 'menu-will-show', listener: () => void): unknown
  on(event: 'menu-will-close', listener: () => void): unknown
}

/** What is used of Electron's Tray. */
export interface TrayLike<Image, Menu> {
  setImage(image: Image): void
  setToolTip(text: string): void
  /** Shown on macOS only. */
  setTitle(title: string, options: { readonly fontType: 'monospacedDigit' }): void
  setContextMenu(menu: Menu): void
  on(event: 'click', listener: () => void): unknown
  destroy(): void
}

export interface TrayParts<Image, Menu extends MenuLike> {
  readonly makeTray: (image: Image) => TrayLike<Image, Menu>
  readonly makeMenu: (template: MenuItemConstructorOptions[]) => Menu
  readonly image: (name: TrayIconName) => Image
  readonly timer: Timer
  /** A row was clicked. */
  readonly onAction: (action: TrayAction) => void
  /** The icon was clicked, on desktops that tell; macOS opens the menu instead. */
  readonly onClick: () => void
}

/** On Linux each menu goes over D-Bus as a whole. */
const MENU_PACE_MS = 1_000
const ICON_PACE_MS = 200

/** Shows models in the tray: only what changed, not too fast, and never under the person's pointer. */
export function createTrayFace<Image, Menu extends MenuLike>(
  first: TrayModel,
  parts: TrayParts<Image, Menu>,
): TrayFace {
  let shown = first
  const tray = parts.makeTray(parts.image(first.icon))
  tray.on('click', parts.onClick)

  const icon = createPacer(
    ICON_PACE_MS,
    parts.timer,
    onlyChanges(first.icon, (name) => tray.setImage(parts.image(name))),
  )
  const tooltip = createPacer(
    MENU_PACE_MS,
    parts.timer,
    onlyChanges('', (text) => tray.setToolTip(text)),
  )
  const title = createPacer(
    MENU_PACE_MS,
    parts.timer,
    onlyChanges('', (text) => tray.setTitle(text, { fontType: 'monospacedDigit' })),
  )
  const menu = createMenuKeeper(tray, parts)
  tooltip.offer(first.tooltip)
  title.offer(first.title)
  menu.offer(first)

  return {
    show(model) {
      if (sameTrayModel(shown, model)) return
      shown = model
      icon.offer(model.icon)
      tooltip.offer(model.tooltip)
      title.offer(model.title)
      menu.offer(model)
    },
    destroy() {
      icon.stop()
      tooltip.stop()
      title.stop()
      menu.stop()
      tray.destroy()
    },
  }
}

/** Replacing a menu that is open closes it or crashes (electron#4801, #12803, #21499), so that waits for its end. */
function createMenuKeeper<Image, Menu extends MenuLike>(tray: TrayLike<Image, Menu>, parts: TrayParts<Image, Menu>) {
  let open = false
  let wanted: TrayModel | null = null
  let shownRows: TrayModel['menu'] | null = null
  // Electron keeps no reference of its own to the menu on every system, and a collected menu is a dead one.
  let kept: Menu | null = null
  let cancelRecheck = (): void => {}

  const onAction = (action: TrayAction): void => {
    parts.onAction(action)
    if (!LEAVES_A_MARK.has(action.kind)) return
    // The desktop has ticked the row by itself. If the app does not follow, the old menu must come back.
    shownRows = null
    cancelRecheck()
    cancelRecheck = parts.timer.after(MENU_PACE_MS, refresh)
  }

  const apply = (model: TrayModel): void => {
    if (open || (shownRows !== null && sameRows(shownRows, model.menu))) return
    shownRows = model.menu
    kept = parts.makeMenu(trayTemplate(model.menu, onAction))
    kept.on('menu-will-show', () => (open = true))
    kept.on('menu-will-close', () => {
      open = false
      refresh()
    })
    tray.setContextMenu(kept)
  }
  const pacer = createPacer(MENU_PACE_MS, parts.timer, apply)

  const refresh = (): void => {
    if (wanted !== null) pacer.offer(wanted)
  }

  return {
    offer(model: TrayModel): void {
      wanted = model
      pacer.offer(model)
    },
    stop(): void {
      cancelRecheck()
      pacer.stop()
    },
  }
}

/** Clicks after which the desktop's menu may look other than ours; and the wish for one that looks like it. */
const LEAVES_A_MARK: ReadonlySet<TrayAction['kind']> = new Set([
  'set-paused',
  'activate-set',
  'deactivate-set',
  'rebuild',
])

function onlyChanges<Value>(first: Value, set: (value: Value) => void): (value: Value) => void {
  let last = first
  return (value) => {
    if (value === last) return
    last = value
    set(value)
  }
}
