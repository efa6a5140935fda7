import type { IdentityName } from '../identity/identity.ts'
import type { Instant } from '../base/time.ts'
import { type IdentityView, isActiveState, type Snapshot } from './snapshot.ts'
import { shapeSign, shortName, stateShape, stateWords, summaryLine } from './wording.ts'

/** What a click on a row asks for. */
export type TrayAction =
  | { readonly kind: 'open' }
  /** Open the window at this identity: it needs a person, or the person wants to know more. */
  | { readonly kind: 'open-identity'; readonly name: IdentityName }
  | { readonly kind: 'activate'; readonly name: IdentityName }
  | { readonly kind: 'deactivate'; readonly name: IdentityName }
  | { readonly kind: 'refresh'; readonly name: IdentityName }
  | { readonly kind: 'copy-profile'; readonly name: IdentityName }
  | { readonly kind: 'set-paused'; readonly paused: boolean }
  | { readonly kind: 'panic' }
  | { readonly kind: 'quit' }

/** A menu row as plain data. `id` is unique in the whole menu; in `label` a real ampersand is `&&`. */
export type TrayRow =
  | { readonly kind: 'action'; readonly id: string; readonly label: string; readonly action: TrayAction }
  | {
      readonly kind: 'check'
      readonly id: string
      readonly label: string
      readonly checked: boolean
      readonly action: TrayAction
    }
  /** Says something and cannot be clicked. */
  | { readonly kind: 'text'; readonly id: string; readonly label: string }
  | { readonly kind: 'submenu'; readonly id: string; readonly label: string; readonly rows: readonly TrayRow[] }
  | { readonly kind: 'separator'; readonly id: string }

/** product.md, "The tray": more rows than this are no longer read but searched, and the window does that better. */
const TOP_ROWS = 12
const ROWS_IN_A_RUN = 20

/**
 * Open first, since many Linux desktops deliver no left click. An inactive identity is a plain row, one click activates it.
 * An active one is a submenu that starts with Refresh now and ends with Deactivate: a row with a submenu cannot be clicked
 * portably, and a slip of the hand must not take keys away from a running tool.
 */
export function trayMenu(snapshot: Snapshot, now: Instant): readonly TrayRow[] {
  const { active, inactive, unhandled } = sorted(snapshot.identities)
  const ordered = [...active, ...inactive]
  const top = ordered.slice(0, TOP_ROWS)
  return [
    action('open', 'Open Credtray', { kind: 'open' }),
    text('summary', summaryLine(snapshot, now)),
    ...trustRow(snapshot),
    ...configRow(snapshot),
    separator('before-identities'),
    ...top.filter(isActive).map((view) => activeRow(view, now)),
    ...(active.length > 0 && active.length < top.length ? [separator('before-inactive')] : []),
    ...top.filter((view) => !isActive(view)).map((view) => inactiveRow(view, now)),
    ...moreRows(ordered.slice(TOP_ROWS), now),
    ...unhandledRow(unhandled.length),
    ...(ordered.length + unhandled.length > 0 ? [separator('after-identities')] : []),
    check('paused', 'Pause refreshing', snapshot.paused),
    panicRow,
    action('quit', 'Quit Credtray', { kind: 'quit' }),
  ]
}

function sorted(identities: readonly IdentityView[]) {
  const handled = identities.filter((view) => view.state.kind !== 'not-handled')
  return {
    active: handled.filter(isActive).toSorted((a, b) => rank(a) - rank(b)),
    inactive: handled.filter((view) => !isActive(view)),
    unhandled: identities.filter((view) => view.state.kind === 'not-handled'),
  }
}

const isActive = ({ state }: IdentityView): boolean => isActiveState(state)

/** What waits for the person comes first; the rest stays in the order of the file, where the hand finds it. */
function rank({ state }: IdentityView): number {
  if (state.kind === 'needs-you' || state.kind === 'waiting-for-trust') return 0
  return state.kind === 'failed' || state.kind === 'expired' ? 1 : 2
}

function trustRow({ trust }: Snapshot): readonly TrayRow[] {
  return trust === null ? [] : [action('trust', 'See what would be run…', { kind: 'open' })]
}

function configRow({ configProblems, config }: Snapshot): readonly TrayRow[] {
  if (configProblems.length === 0) return []
  const count = configProblems.length === 1 ? '1 problem' : `${configProblems.length} problems`
  const file = shortName(config.file?.split(/[/\\]/).at(-1) ?? 'the configuration')
  return [action('config-problems', `${count} in ${file}…`, { kind: 'open' })]
}

function activeRow(view: IdentityView, now: Instant): TrayRow {
  const { name, state } = view
  const id = rowId(view)
  if (state.kind === 'needs-you' || state.kind === 'waiting-for-trust') return openingRow(view, now)
  const trouble = state.kind === 'failed' || (state.kind === 'expired' && state.problem !== null)
  return {
    kind: 'submenu',
    id,
    label: escaped(identityLabel(view, now)),
    rows: [
      ...(trouble ? [action(`${id}/why`, 'See what went wrong…', { kind: 'open-identity', name })] : []),
      ...(state.kind === 'refreshing' ? [] : [action(`${id}/refresh`, 'Refresh now', { kind: 'refresh', name })]),
      action(`${id}/copy`, `Copy AWS_PROFILE=${view.profile}`, { kind: 'copy-profile', name }),
      separator(`${id}/before-deactivate`),
      action(`${id}/deactivate`, 'Deactivate', { kind: 'deactivate', name }),
    ],
  }
}

/** One that waits for trust cannot be switched on before the person has seen what it would run. */
function inactiveRow(view: IdentityView, now: Instant): TrayRow {
  if (view.state.kind === 'waiting-for-trust') return openingRow(view, now)
  return action(rowId(view), identityLabel(view, now), { kind: 'activate', name: view.name })
}

/** The ellipsis promises that a click only opens something. */
const openingRow = (view: IdentityView, now: Instant): TrayRow =>
  action(rowId(view), `${identityLabel(view, now)}…`, { kind: 'open-identity', name: view.name })

/** Flat runs: GNOME shows submenus inside submenus badly, so an active identity in here opens the window instead. */
function moreRows(rest: readonly IdentityView[], now: Instant): readonly TrayRow[] {
  const runs = Math.ceil(rest.length / ROWS_IN_A_RUN)
  return Array.from({ length: runs }, (_, run) => {
    const views = rest.slice(run * ROWS_IN_A_RUN, (run + 1) * ROWS_IN_A_RUN)
    const first = TOP_ROWS + run * ROWS_IN_A_RUN + 1
    return {
      kind: 'submenu',
      id: `more/${run}`,
      label: runs === 1 ? 'More' : `More (${first}–${first + views.length - 1})`,
      rows: views.map((view) => (isActive(view) ? openingRow(view, now) : inactiveRow(view, now))),
    }
  })
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

const rowId = (view: IdentityView): string => `identity/${view.name}`

const identityLabel = ({ name, state }: IdentityView, now: Instant): string =>
  `${shapeSign(stateShape(state))} ${shortName(name, 40)} · ${stateWords(state, now)}`

const action = (id: string, label: string, does: TrayAction): TrayRow => ({
  kind: 'action',
  id,
  label: escaped(label),
  action: does,
})

const check = (id: string, label: string, paused: boolean): TrayRow => ({
  kind: 'check',
  id,
  label: escaped(label),
  checked: paused,
  action: { kind: 'set-paused', paused: !paused },
})

const text = (id: string, label: string): TrayRow => ({ kind: 'text', id, label: escaped(label) })
const separator = (id: string): TrayRow => ({ kind: 'separator', id })

/** A single ampersand would be taken for the mark of a mnemonic. */
const escaped = (label: string): string => label.replaceAll('&', '&&')
