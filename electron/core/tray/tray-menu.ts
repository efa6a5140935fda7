import type { Instant } from '../base/time.ts'
import type { IdentityView } from '../snapshot/snapshot.ts'
import type { Surroundings } from '../snapshot/summary.ts'
import { action, activeRow, check, inactiveRow, isActive, separator, submenu, text, type TrayRow } from './tray-rows.ts'
import { shortName } from '../snapshot/wording.ts'

/** What the menu is made of: no more than it shows, so that a thousand identities cost what twelve do. */
export interface MenuFacts {
  readonly summary: string
  readonly around: Surroundings
  /** In their order, no more than TOP_ROWS. */
  readonly top: readonly IdentityView[]
  /** The runs of all others. */
  readonly more: readonly TrayRow[]
  /** "Work on", where the person has made sets. */
  readonly sets: readonly TrayRow[]
  readonly unhandled: number
  /** Until when notifications are kept back, as the person's clock says it: "18:30". `null`: they are not. */
  readonly snoozedUntil: string | null
  readonly now: Instant
}

/**
 * Open first, since many Linux desktops deliver no left click. An inactive identity is a plain row, one click activates it.
 * An active one is a submenu that starts with Refresh now and ends with Deactivate: a row with a submenu cannot be clicked
 * portably, and a slip of the hand must not take keys away from a running tool.
 */
export function trayMenu(facts: MenuFacts): readonly TrayRow[] {
  const { summary, around, top, more, sets, unhandled, now } = facts
  const active = top.filter(isActive)
  return [
    action('open', 'Open Credtray', { kind: 'open' }),
    text('summary', summary),
    ...(around.fault === undefined ? [] : [action('restart', 'Restart Credtray', { kind: 'restart' })]),
    ...trustRow(around),
    ...configRow(around),
    ...checkupRow(around),
    separator('before-identities'),
    ...active.map((view) => activeRow(view, now, around.config.demo)),
    ...(active.length > 0 && active.length < top.length ? [separator('before-inactive')] : []),
    ...top.filter((view) => !isActive(view)).map((view) => inactiveRow(view, now)),
    ...more,
    ...unhandledRow(unhandled),
    ...(top.length + unhandled > 0 ? [separator('after-identities')] : []),
    ...sets,
    check(around.paused, {
      id: 'paused',
      label: 'Pause refreshing',
      does: { kind: 'set-paused', paused: !around.paused },
    }),
    ...snoozeRow(facts, active.length > 0),
    separator('before-settings'),
    action('settings', 'Settings…', { kind: 'open-screen', screen: 'settings' }),
    helpRow,
    panicRow,
    action('quit', 'Quit Credtray', { kind: 'quit' }),
  ]
}

function trustRow({ trust }: Surroundings): readonly TrayRow[] {
  return trust === null ? [] : [action('trust', 'See what would be run…', { kind: 'open-screen', screen: 'trust' })]
}

function configRow({ configProblems, config }: Surroundings): readonly TrayRow[] {
  if (configProblems.length === 0) return []
  const count = configProblems.length === 1 ? '1 problem' : `${configProblems.length} problems`
  const file = shortName(config.file?.split(/[/\\]/).at(-1) ?? 'the configuration')
  return [action('config-problems', `${count} in ${file}…`, { kind: 'open-screen', screen: 'problems' })]
}

function checkupRow({ checkup }: Surroundings): readonly TrayRow[] {
  if (checkup === undefined || checkup.serious === 0) return []
  const count = checkup.serious === 1 ? '1 problem' : `${checkup.serious} problems`
  return [action('checkup', `${count} in your AWS files…`, { kind: 'open-screen', screen: 'files' })]
}

function unhandledRow(count: number): readonly TrayRow[] {
  if (count === 0) return []
  return [
    text('not-handled', count === 1 ? '1 identity is not handled here' : `${count} identities are not handled here`),
  ]
}

/** Who is told nothing anyway has nothing to put off. */
function snoozeRow({ snoozedUntil, around }: MenuFacts, anyActive: boolean): readonly TrayRow[] {
  if (snoozedUntil !== null) {
    const off = action('snooze/off', 'Show them again', { kind: 'snooze', span: 'off' })
    return [submenu('snooze', `No notifications until ${snoozedUntil}`, [off])]
  }
  if (around.notify.quiet || !anyActive) return []
  return [
    submenu('snooze', 'Snooze notifications', [
      action('snooze/half-hour', 'For 30 minutes', { kind: 'snooze', span: 'half-hour' }),
      action('snooze/hour', 'For an hour', { kind: 'snooze', span: 'hour' }),
      action('snooze/tomorrow', 'Until tomorrow', { kind: 'snooze', span: 'tomorrow' }),
    ]),
  ]
}

const helpRow: TrayRow = submenu('help', 'Help', [
  action('help/keys', 'Keyboard…', { kind: 'open-screen', screen: 'help' }),
  action('help/bundle', 'Read diagnostics…', { kind: 'open-screen', screen: 'diagnostics' }),
  action('help/diagnostics', 'Copy diagnostics', { kind: 'copy-diagnostics' }),
  action('help/rebuild', 'Rows missing? Rebuild this menu', { kind: 'rebuild' }),
])

/** One level down, so that a slip of the hand on the way to Quit takes no keys from a running tool. */
const panicRow: TrayRow = submenu('panic', 'Remove all keys', [
  action('panic/now', 'Remove all keys now', { kind: 'panic' }),
])
