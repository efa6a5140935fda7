import type { Instant } from '../base/time.ts'
import type { IdentityView, Snapshot, StateView } from './snapshot.ts'
import { trayMenu, type TrayRow } from './tray-menu.ts'
import { summaryLine } from './wording.ts'

export type TrayIconName = 'calm' | 'soon' | 'needs-you' | 'broken' | 'paused'

/** All that the tray shows, as plain data. It changes at most once a minute while nothing happens. */
export interface TrayModel {
  readonly icon: TrayIconName
  /** One line, at most 63 characters: older Windows cuts the rest off. */
  readonly tooltip: string
  readonly menu: readonly TrayRow[]
}

export function trayModel(snapshot: Snapshot, now: Instant): TrayModel {
  return { icon: iconFor(snapshot), tooltip: summaryLine(snapshot, now), menu: trayMenu(snapshot, now) }
}

/** Whether both look and do the same. Models are plain data with their keys in one order. */
export function sameTrayModel(a: TrayModel, b: TrayModel): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/**
 * What a person must do beats what went wrong, and that beats what they chose themselves. Keys that ended because of the
 * pause show the pause: that is the thing to undo. Problems of single entries stay in the menu; an icon that is broken
 * all year because of a colleague's entry says nothing any more.
 */
function iconFor({ identities, config, configProblems, paused }: Snapshot): TrayIconName {
  const any = (...kinds: readonly StateView['kind'][]) => identities.some((view) => kinds.includes(view.state.kind))
  if (identities.some(needsPerson)) return 'needs-you'
  const unusable = config.stale || (configProblems.length > 0 && identities.length === 0)
  if (unusable || any('failed') || (any('expired') && !paused)) return 'broken'
  if (paused) return 'paused'
  return any('expiring') ? 'soon' : 'calm'
}

const needsPerson = ({ state }: IdentityView): boolean =>
  state.kind === 'needs-you' || (state.kind === 'waiting-for-trust' && state.isActive)
