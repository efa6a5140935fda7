import type { Instant } from '../base/time.ts'
import { type IdentityView, isActiveState, type StateView } from '../snapshot/snapshot.ts'
import type { TrayAction } from './tray-action.ts'
import { shapeSign, shortName, stateShape, stateWords } from '../snapshot/wording.ts'

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

/** Of one that the person wants kept fresh. `demo`: AWS has no console for its keys. */
export function activeRow(view: IdentityView, now: Instant, demo: boolean): TrayRow {
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
      ...(view.consoleProblem === null && !demo && !isKeyless(state, now)
        ? [action(`${id}/console`, 'Open console', { kind: 'open-console', name })]
        : []),
      separator(`${id}/before-deactivate`),
      action(`${id}/deactivate`, 'Deactivate', { kind: 'deactivate', name }),
    ],
  }
}

/** A console is opened with keys. One that is being renewed has them in a moment. */
const isKeyless = (state: StateView, now: Instant): boolean =>
  state.kind === 'expired' || (state.kind === 'failed' && (state.expiresAt === null || state.expiresAt <= now))

/**
 * One that waits for trust cannot be switched on before the person has seen what it would run. Production is not switched
 * on by a slip of the hand: the window asks.
 */
export function inactiveRow(view: IdentityView, now: Instant): TrayRow {
  if (view.state.kind === 'waiting-for-trust') return openingRow(view, now)
  const dots = view.isProduction ? '…' : ''
  return action(rowId(view), `${identityLabel(view, now)}${dots}`, { kind: 'activate', name: view.name })
}

/** The ellipsis promises that a click only opens something. */
export const openingRow = (view: IdentityView, now: Instant): TrayRow =>
  action(rowId(view), `${identityLabel(view, now)}…`, { kind: 'open-identity', name: view.name })

export const isActive = ({ state }: IdentityView): boolean => isActiveState(state)

const rowId = (view: IdentityView): string => `identity/${view.name}`

function identityLabel({ name, state, isProduction, warnings }: IdentityView, now: Instant): string {
  const stranger = warnings.includes('ACCOUNT_MISMATCH') ? ', wrong account or role' : ''
  return `${shapeSign(stateShape(state))} ${shortName(name, 40)}${isProduction ? PRODUCTION : ''} · ${stateWords(state, now)}${stranger}`
}

/** A shape and a word, as for every state. */
const PRODUCTION = ' ■ production'

export const action = (id: string, label: string, does: TrayAction): TrayRow => ({
  kind: 'action',
  id,
  label: escaped(label),
  action: does,
})

/** A row that is ticked or not. */
export const check = (checked: boolean, { id, label, does }: Clickable): TrayRow => ({
  kind: 'check',
  id,
  label: escaped(label),
  checked,
  action: does,
})

interface Clickable {
  readonly id: string
  readonly label: string
  readonly does: TrayAction
}

export const text = (id: string, label: string): TrayRow => ({ kind: 'text', id, label: escaped(label) })
export const submenu = (id: string, label: string, rows: readonly TrayRow[]): TrayRow => ({
  kind: 'submenu',
  id,
  label: escaped(label),
  rows,
})
export const separator = (id: string): TrayRow => ({ kind: 'separator', id })

/** A single ampersand would be taken for the mark of a mnemonic. */
const escaped = (label: string): string => label.replaceAll('&', '&&')
