import type { StateView } from '../snapshot/snapshot.ts'
import { isUnusable, type Surroundings } from '../snapshot/summary.ts'
import type { Tally } from '../snapshot/tally.ts'
import type { TrayRow } from './tray-rows.ts'

export type TrayIconName = 'calm' | 'soon' | 'needs-you' | 'broken' | 'paused'

/** All that the tray shows, as plain data. It changes at most once a minute while nothing happens. */
export interface TrayModel {
  readonly icon: TrayIconName
  /** One line, at most 63 characters: older Windows cuts the rest off. */
  readonly tooltip: string
  /** Beside the icon in the menu bar of macOS; '' where the person wants none. */
  readonly title: string
  readonly menu: readonly TrayRow[]
}

/** Whether both look and do the same. */
export function sameTrayModel(a: TrayModel, b: TrayModel): boolean {
  return a.icon === b.icon && a.tooltip === b.tooltip && a.title === b.title && sameRows(a.menu, b.menu)
}

/** Rows are plain data with their keys in one order, and most are the same object. */
export function sameRows(a: readonly TrayRow[], b: readonly TrayRow[]): boolean {
  return (
    a === b ||
    (a.length === b.length && a.every((row, at) => row === b[at] || JSON.stringify(row) === JSON.stringify(b[at])))
  )
}

/**
 * What broke inside of Credtray beats all else. What a person must do beats what went wrong, and that beats what they chose themselves. Keys that ended because of the
 * pause show the pause: that is the thing to undo. Problems of single entries stay in the menu; an icon that is broken
 * all year because of a colleague's entry says nothing any more.
 */
export function trayIcon(tally: Tally, around: Surroundings): TrayIconName {
  if (around.fault !== undefined) return 'broken'
  const any = (kind: StateView['kind']): boolean => tally.count(kind) > 0
  if (any('needs-you') || tally.count('active-without-trust') > 0) return 'needs-you'
  if (isUnusable(tally, around) || any('failed') || (any('expired') && !around.paused)) return 'broken'
  if (around.paused) return 'paused'
  return any('expiring') ? 'soon' : 'calm'
}
