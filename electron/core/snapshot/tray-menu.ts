import type { Instant } from '../base/time.ts'
import type { IdentityView } from './snapshot.ts'
import type { Surroundings } from './summary.ts'
import { action, activeRow, check, inactiveRow, isActive, separator, text, type TrayRow } from './tray-rows.ts'
import { shortName } from './wording.ts'

/** What the menu is made of: no more than it shows, so that a thousand identities cost what twelve do. */
export interface MenuFacts {
  readonly summary: string
  readonly around: Surroundings
  /** In their order, no more than TOP_ROWS. */
  readonly top: readonly IdentityView[]
  /** The runs of all others. */
  readonly more: readonly TrayRow[]
  readonly unhandled: number
  readonly now: Instant
}

/** product.md, "The tray": more rows than this are no longer read but searched, and the window does that better. */
export const TOP_ROWS = 12

/**
 * Open first, since many Linux desktops deliver no left click. An inactive identity is a plain row, one click activates it.
 * An active one is a submenu that starts with Refresh now and ends with Deactivate: a row with a submenu cannot be clicked
 * portably, and a slip of the hand must not take keys away from a running tool.
 */
export function trayMenu({ summary, around, top, more, unhandled, now }: MenuFacts): readonly TrayRow[] {
  const active = top.filter(isActive)
  return [
    action('open', 'Open Credtray', { kind: 'open' }),
    text('summary', summary),
    ...trustRow(around),
    ...configRow(around),
    separator('before-identities'),
    ...active.map((view) => activeRow(view, now)),
    ...(active.length > 0 && active.length < top.length ? [separator('before-inactive')] : []),
    ...top.filter((view) => !isActive(view)).map((view) => inactiveRow(view, now)),
    ...more,
    ...unhandledRow(unhandled),
    ...(top.length + unhandled > 0 ? [separator('after-identities')] : []),
    check('paused', 'Pause refreshing', around.paused),
    panicRow,
    action('quit', 'Quit Credtray', { kind: 'quit' }),
  ]
}

function trustRow({ trust }: Surroundings): readonly TrayRow[] {
  return trust === null ? [] : [action('trust', 'See what would be run…', { kind: 'open' })]
}

function configRow({ configProblems, config }: Surroundings): readonly TrayRow[] {
  if (configProblems.length === 0) return []
  const count = configProblems.length === 1 ? '1 problem' : `${configProblems.length} problems`
  const file = shortName(config.file?.split(/[/\\]/).at(-1) ?? 'the configuration')
  return [action('config-problems', `${count} in ${file}…`, { kind: 'open' })]
}

function unhandledRow(count: number): readonly TrayRow[] {
  if (count === 0) return []
  return [
    text('not-handled', count === 1 ? '1 identity is not handled here' : `${count} identities are not handled here`),
  ]
}

/** One level down, so that a slip of the hand on the way to Quit takes no keys from a running tool. */
const panicRow: TrayRow = {
  kind: 'submenu',
  id: 'panic',
  label: 'Remove all keys',
  rows: [{ kind: 'action', id: 'panic/now', label: 'Remove all keys now', action: { kind: 'panic' } }],
}
