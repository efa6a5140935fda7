import type { IdentityName } from '../identity/identity.ts'
import type { SnapshotChanges } from './changes.ts'
import type { IdentityView, Snapshot } from './snapshot.ts'
import type { Surroundings } from './summary.ts'

/** What one set of changes did, with how it was before: what every face of the app works from. */
export interface Step {
  readonly changed: readonly { readonly was: IdentityView | null; readonly is: IdentityView }[]
  readonly gone: readonly IdentityView[]
  /** Whether anybody came, left or moved. */
  readonly isReordered: boolean
  readonly before: Surroundings
  readonly after: Surroundings
}

/** All views as of the last changes. A step costs what changed, and only a new order costs what there is. */
export interface Roster {
  take(changes: SnapshotChanges): Step
  /** In the order of the configuration. */
  all(): readonly IdentityView[]
  find(name: IdentityName): IdentityView | null
  around(): Surroundings
}

export function createRoster({ identities, ...rest }: Snapshot): Roster {
  let views = new Map(identities.map((view) => [view.name, view]))
  let around: Surroundings = rest

  function put(fresh: readonly IdentityView[]): Step['changed'] {
    return fresh.flatMap((is) => {
      const was = views.get(is.name) ?? null
      views.set(is.name, is)
      return was === is ? [] : [{ was, is }]
    })
  }

  function arrange(order: readonly IdentityName[]): Step['gone'] {
    const before = views
    views = new Map(order.flatMap((name) => pair(before.get(name))))
    return [...before.values()].filter(({ name }) => !views.has(name))
  }

  return {
    take({ views: fresh, order, rest: next, takenAt }) {
      const before = around
      const changed = put(fresh)
      const gone = order === null ? [] : arrange(order)
      around = { ...(next ?? around), takenAt }
      return { changed, gone, isReordered: order !== null, before, after: around }
    },
    all: () => [...views.values()],
    find: (name) => views.get(name) ?? null,
    around: () => around,
  }
}

const pair = (view: IdentityView | undefined) => (view === undefined ? [] : [[view.name, view] as const])
