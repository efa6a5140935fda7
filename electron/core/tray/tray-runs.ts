import type { Instant } from '../base/time.ts'
import type { IdentityView } from '../snapshot/snapshot.ts'
import { inactiveRow, isActive, openingRow, submenu, type TrayRow } from './tray-rows.ts'
import { shortName, wordsTurnAt } from '../snapshot/wording.ts'

/** The rows under More. One is made anew where one of its identities changed or a word in it has grown old. */
export interface TrayRuns {
  /** A new list, or a new order. */
  replace(views: readonly IdentityView[]): void
  put(place: number, view: IdentityView): void
  rows(now: Instant): readonly TrayRow[]
}

const ROWS_IN_A_RUN = 20
/** More of them beside each other would push Quit off a screen of 768 pixels. */
const MOST_RUNS = 6

interface Made {
  readonly row: TrayRow
  readonly at: Instant
  /** When one of its words changes by time alone. `null`: never. */
  readonly until: Instant | null
}

export function createTrayRuns(): TrayRuns {
  let views: IdentityView[] = []
  let made: (Made | null)[] = []
  let whole: readonly TrayRow[] = []

  function make(run: number, now: Instant): Made {
    const known = made[run] ?? null
    if (known !== null && isCurrent(known, now)) return known
    const inside = views.slice(run * ROWS_IN_A_RUN, (run + 1) * ROWS_IN_A_RUN)
    return { row: runRow(run, inside, { runs: made.length, now }), at: now, until: untilOf(inside, now) }
  }

  return {
    replace(all) {
      views = [...all]
      whole = []
      made = Array.from({ length: Math.ceil(all.length / ROWS_IN_A_RUN) }, () => null)
    },
    put(place, view) {
      views[place] = view
      made[Math.floor(place / ROWS_IN_A_RUN)] = null
    },
    rows(now) {
      const fresh = made.map((_, run) => make(run, now))
      if (fresh.some((one, run) => one !== made[run]) || whole.length === 0) whole = menuOf(fresh)
      made = fresh
      return whole
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

/** Flat: GNOME shows submenus inside submenus badly, so an active identity in here opens the window instead. */
function runRow(run: number, inside: readonly IdentityView[], { runs, now }: { runs: number; now: Instant }): TrayRow {
  const rows = inside.map((view) => (isActive(view) ? openingRow(view, now) : inactiveRow(view, now)))
  return submenu(`more/${run}`, labelOf(inside, runs), rows)
}

/** One level down the row above says "More" for all of them. */
function labelOf(inside: readonly IdentityView[], runs: number): string {
  if (runs === 1) return 'More'
  return runs > MOST_RUNS ? fromTo(inside) : `More: ${fromTo(inside)}`
}

/** "data-lake – finance-dev": as the guide words of a dictionary. */
function fromTo(views: readonly IdentityView[]): string {
  return [views[0], views.at(-1)].map((view) => (view === undefined ? '' : shortName(view.name, 20))).join(' – ')
}

/** Side by side; very many of them one level down, although GNOME shows that badly. */
function menuOf(made: readonly Made[]): readonly TrayRow[] {
  const rows = made.map(({ row }) => row)
  return rows.length <= MOST_RUNS ? rows : [submenu('more', 'More', rows)]
}
