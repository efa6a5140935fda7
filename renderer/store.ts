import { createStore, type StoreApi } from 'zustand/vanilla'
import type { StateChanges, WindowState } from '#bridge/contract'
import { applyChanges } from '#core/snapshot/changes'
import type { Problem } from '#core/base/problem'
import type { ExportFormat } from '#core/command/shell-exports'
import type { IdentityView } from '#core/snapshot/snapshot'
import { likelyShell } from './details/shell-names.ts'
import { arrange, sameMembers } from './identities/order.ts'
import { keepEqual } from './keep-equal.ts'

export type Name = IdentityView['name']

/** All that the window knows. What main said is in `state`; the rest is what the person did here. */
export interface Face {
  /** `null`: main has not answered yet. */
  readonly state: WindowState | null
  /** In which order the list stands. It holds still while the person works in it. */
  readonly order: readonly Name[]
  readonly filter: string
  readonly selected: Name | null
  /** The header of a group that the keys stand on. `null`: they stand on the selected identity. */
  readonly header: string | null
  /** Groups of which only the header is shown. */
  readonly closed: ReadonlySet<string>
  /** Selected together. It acts on those of them that the filter shows. */
  readonly marked: ReadonlySet<Name>
  /** Where the selection of a range begins. */
  readonly anchor: Name | null
  /** To be activated as soon as the person says yes: production is among them. `null`: nothing is asked. */
  readonly question: readonly Name[] | null
  /** The window of the sets. `add`: these are to go into one. */
  readonly sets: { readonly kind: 'work' } | { readonly kind: 'add'; readonly names: readonly Name[] } | null
  /** Counts the moves made by keyboard or from outside: each one takes the focus to the selected row. */
  readonly moves: number
  /** Counts how often an identity was brought up to be answered: what it asks takes the focus. */
  readonly shows: number
  /** Whom the person has opened: what it asks may take the focus. Moving along the list with the keys opens nobody. */
  readonly answering: Name | null
  /** Whether the details are open. In a wide window they always are. */
  readonly detailsOpen: boolean
  readonly screen: 'list' | 'problems' | 'trust' | 'files' | 'timeline' | 'settings' | 'lasting' | 'diagnostics'
  readonly helpOpen: boolean
  /** For which shell exports are copied. */
  readonly exportFormat: ExportFormat
  /** What main refused last. */
  readonly refused: Problem | null
  /** A word on something that went well, shown for a moment. */
  readonly note: string | null
  /** Requests on their way: "session/refresh staging". */
  readonly pending: ReadonlySet<string>
  /** Several are renewed one after the other. */
  readonly renewing: boolean
  readonly hiddenBanners: ReadonlySet<string>
}

export type FaceStore = StoreApi<Face>

export function createFaceStore(): FaceStore {
  return createStore<Face>(() => ({
    state: null,
    order: [],
    filter: '',
    selected: null,
    header: null,
    closed: new Set(),
    marked: new Set(),
    anchor: null,
    question: null,
    sets: null,
    moves: 0,
    shows: 0,
    answering: null,
    detailsOpen: false,
    screen: 'list',
    helpOpen: false,
    exportFormat: likelyShell(globalThis.navigator?.platform ?? ''),
    refused: null,
    note: null,
    pending: new Set(),
    renewing: false,
    hiddenBanners: new Set(),
  }))
}

/** Takes in what changed. `null`: it is not the next step of what the window holds, so it has to ask for the whole. */
export function moved(face: Face, { from, to, changes, ...around }: StateChanges): Partial<Face> | null {
  const before = face.state
  if (before === null || before.revision !== from) return null
  const state = { ...before, ...around, revision: to, snapshot: applyChanges(before.snapshot, changes) }
  return changes.order === null ? { state } : { state, order: arrange(state.snapshot.identities) }
}

/** Takes in what main says. The order changes only where identities came or went. */
export function received(face: Face, next: WindowState): Partial<Face> {
  const state = keepEqual(face.state, next)
  const views = state.snapshot.identities
  return sameMembers(face.order, views) ? { state } : { state, order: arrange(views) }
}

/** Active ones to the top again: when the window is opened, and when the filter changes. */
export function rearranged(face: Face): Partial<Face> {
  const order = arrange(face.state?.snapshot.identities ?? [])
  // The same order is the same object: nobody is put in place again for it.
  return order.length === face.order.length && order.every((name, at) => name === face.order[at]) ? {} : { order }
}
