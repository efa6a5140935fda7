import type { IdentityName } from '../identity/identity.ts'
import type { Instant } from '../base/time.ts'
import type { Roster, Step } from './roster.ts'
import type { IdentityView } from './snapshot.ts'
import { summaryWords } from './summary.ts'
import { tallyOf } from './tally.ts'
import { TOP_ROWS, trayMenu } from './tray-menu.ts'
import { type TrayModel, trayIcon } from './tray-model.ts'
import { isInMenu, isSamePlace, trayOrder } from './tray-order.ts'
import { createTrayRuns } from './tray-runs.ts'

/** What the tray shows, brought up to date by what changed. */
export interface TrayBoard {
  /** After the roster has taken it. */
  take(step: Step): void
  model(now: Instant): TrayModel
  /** Whether its words grow old by themselves. */
  isCounting(): boolean
}

export function createTrayBoard(roster: Pick<Roster, 'all' | 'around'>): TrayBoard {
  const first = roster.all()
  const tally = tallyOf(first)
  const runs = createTrayRuns()
  const places = new Map<IdentityName, number>()
  let top: IdentityView[] = []

  function arrange(views: readonly IdentityView[]): void {
    const ordered = trayOrder(views)
    places.clear()
    for (const [place, { name }] of ordered.entries()) places.set(name, place)
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
      const isMoved = isReordered || changed.some(({ was, is }) => !isSamePlace(was, is))
      if (isMoved) arrange(roster.all())
      else for (const { is } of changed) put(is)
    },
    model(now) {
      const around = roster.around()
      const summary = summaryWords(tally, around, now)
      const unhandled = tally.count('not-handled')
      return {
        icon: trayIcon(tally, around),
        tooltip: summary,
        menu: trayMenu({ summary, around, top, more: runs.rows(now), unhandled, now }),
      }
    },
    isCounting: tally.hasEnds,
  }
}
