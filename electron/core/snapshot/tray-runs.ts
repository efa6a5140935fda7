import type { Instant } from '../base/time.ts'
import type { IdentityView } from './snapshot.ts'
import { TOP_ROWS } from './tray-menu.ts'
import { inactiveRow, isActive, openingRow, type TrayRow } from './tray-rows.ts'
import { wordsTurnAt } from './wording.ts'

/** The rows under More. One is made anew where one of its identities changed or a word in it has grown old. */
export interface TrayRuns {
  /** A new list, or a new order. */
  replace(views: readonly IdentityView[]): void
  put(place: number, view: IdentityView): void
  rows(now: Instant): readonly TrayRow[]
}

const ROWS_IN_A_RUN = 20

interface Made {
  readonly row: TrayRow
  readonly at: Instant
  /** When one of its words changes by time alone. `null`: never. */
  readonly until: Instant | null
}

export function createTrayRuns(): TrayRuns {
  let views: IdentityView[] = []
  let made: (Made | null)[] = []

  function make(run: number, now: Instant): Made {
    const known = made[run] ?? null
    if (known !== null && isCurrent(known, now)) return known
    const inside = views.slice(run * ROWS_IN_A_RUN, (run + 1) * ROWS_IN_A_RUN)
    return { row: runRow({ run, runs: made.length, inside }, now), at: now, until: untilOf(inside, now) }
  }

  return {
    replace(all) {
      views = [...all]
      made = Array.from({ length: Math.ceil(all.length / ROWS_IN_A_RUN) }, () => null)
    },
    put(place, view) {
      views[place] = view
      made[Math.floor(place / ROWS_IN_A_RUN)] = null
    },
    rows(now) {
      const fresh = made.map((_, run) => make(run, now))
      made = fresh
      return fresh.map(({ row }) => row)
    },
  }
}

/** On a clock that was set back nothing is current. */
const isCurrent = ({ at, until }: Made, now: Instant): boolean => now >= at && (until === null || now < until)

function untilOf(views: readonly IdentityView[], now: Instant): Instant | null {
  const turns = views.flatMap(({ state }) => {
    const turn = 'expiresAt' in state && state.expiresAt !== null ? wordsTurnAt(state.expiresAt, now) : null
    return turn === null ? [] : [turn]
  })
  return turns.length === 0 ? null : turns.reduce((a, b) => (a < b ? a : b))
}

interface Run {
  readonly run: number
  readonly runs: number
  readonly inside: readonly IdentityView[]
}

/** Flat: GNOME shows submenus inside submenus badly, so an active identity in here opens the window instead. */
function runRow({ run, runs, inside }: Run, now: Instant): TrayRow {
  const first = TOP_ROWS + run * ROWS_IN_A_RUN + 1
  return {
    kind: 'submenu',
    id: `more/${run}`,
    label: runs === 1 ? 'More' : `More (${first}–${first + inside.length - 1})`,
    rows: inside.map((view) => (isActive(view) ? openingRow(view, now) : inactiveRow(view, now))),
  }
}
