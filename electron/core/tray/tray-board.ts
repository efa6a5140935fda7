import type { IdentityName } from '../identity/identity.ts'
import type { Instant } from '../base/time.ts'
import type { Recent } from './recent.ts'
import type { Roster, Step } from '../snapshot/roster.ts'
import type { IdentityView } from '../snapshot/snapshot.ts'
import { titleWords, trayLine } from '../snapshot/summary.ts'
import { tallyOf } from '../snapshot/tally.ts'
import { trayMenu } from './tray-menu.ts'
import { type TrayModel, trayIcon } from './tray-model.ts'
import { isInMenu, isSamePlace, TOP_ROWS, trayOrder } from './tray-order.ts'
import { createTrayRuns } from './tray-runs.ts'
import { setRows } from './tray-sets.ts'

/** What the tray shows, brought up to date by what changed. */
export interface TrayBoard {
  /** After the roster and what was used last have taken it. */
  take(step: Step): void
  /** `snoozedUntil`: in the words of the person's clock. `null`: notifications are shown. */
  model(now: Instant, snoozedUntil: string | null): TrayModel
  /** Whether its words grow old by themselves. */
  isCounting(): boolean
}

export function createTrayBoard(
  roster: Pick<Roster, 'all' | 'around' | 'find'>,
  recent: Pick<Recent, 'placeOf'>,
): TrayBoard {
  const first = roster.all()
  const tally = tallyOf(first)
  const runs = createTrayRuns()
  let places: ReadonlyMap<IdentityName, number> = new Map()
  let top: IdentityView[] = []

  function arrange(views: readonly IdentityView[]): void {
    const ordered = trayOrder(views, recent)
    places = new Map(ordered.map(({ name }, place) => [name, place]))
    top = ordered.slice(0, TOP_ROWS)
    runs.replace(ordered.slice(TOP_ROWS))
  }

  function put(view: IdentityView): void {
    const place = places.get(view.name)
    if (place === undefined || !isInMenu(view)) return
    if (place < TOP_ROWS) top[place] = view
    else runs.put(place - TOP_ROWS, view)
  }

  arrange(first)
  return {
    take({ changed, gone, isReordered }) {
      for (const { was, is } of changed) tally.replace(was, is)
      for (const view of gone) tally.replace(view, null)
      const isMoved = isReordered || changed.some(({ was, is }) => !isSamePlace(was, is, recent))
      if (isMoved) arrange(roster.all())
      else for (const { is } of changed) put(is)
    },
    model(now, snoozedUntil) {
      const around = roster.around()
      const summary = trayLine(tally, around, now)
      const unhandled = tally.count('not-handled')
      const sets = setRows(around.settings.sets, roster)
      return {
        icon: trayIcon(tally, around),
        tooltip: summary,
        title: around.settings.menuBarTitle ? titleWords(tally, now) : '',
        menu: trayMenu({ summary, around, top, more: runs.rows(now), sets, unhandled, snoozedUntil, now }),
      }
    },
    isCounting: tally.hasEnds,
  }
}
