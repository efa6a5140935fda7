import type { IdentityName } from '../identity/identity.ts'
import type { Step } from '../snapshot/roster.ts'
import { isActiveState } from '../snapshot/snapshot.ts'

/** Which identities were used last: those that were switched on or off, by whichever face. */
export interface Recent {
  take(step: Pick<Step, 'changed'>): void
  /** 0: the last one. `null`: not lately. */
  placeOf(name: IdentityName): number | null
  /** The last one first. The same object as long as nothing changed. */
  names(): readonly IdentityName[]
}

/** What was used before these is as good as forgotten: the menu has room for twelve. */
const KEPT = 12

export function createRecent(first: readonly IdentityName[]): Recent {
  let names = first.slice(0, KEPT)
  let places = placesOf(names)
  return {
    take({ changed }) {
      const used = changed.flatMap(({ was, is }) => {
        if (was === null || isActiveState(was.state) === isActiveState(is.state)) return []
        return [is.name]
      })
      if (used.length === 0) return
      const fresh = new Set(used)
      names = [...fresh, ...names.filter((name) => !fresh.has(name))].slice(0, KEPT)
      places = placesOf(names)
    },
    placeOf: (name) => places.get(name) ?? null,
    names: () => names,
  }
}

const placesOf = (names: readonly IdentityName[]) => new Map(names.map((name, place) => [name, place]))
