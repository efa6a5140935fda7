import { rangeOf, isMarkable } from './identities/selection.ts'
import type { Stop } from './identities/lines.ts'
import type { IdentityView } from '#core/snapshot/snapshot'
import type { FaceStore, Name } from './store.ts'

/** Selecting several identities, which main does not hear of. */
export function selectionActions(store: FaceStore) {
  return {
    /** Into the selection, or out of it. */
    mark: (view: IdentityView) => {
      if (!isMarkable(view)) return
      store.setState(({ marked }) => ({
        marked: flipped(marked, view.name),
        anchor: view.name,
        selected: view.name,
        header: null,
      }))
    },
    /** Everything from where the selection began to this line, which the keys then stand on. */
    markTo(stops: readonly Stop[], to: number) {
      const { anchor, selected } = store.getState()
      const start = anchor ?? selected
      const at = stops.findIndex((line) => line.kind === 'identity' && line.view.name === start)
      const from = at === -1 ? to : at
      const line = stops[to]
      store.setState(({ moves }) => ({
        marked: new Set(rangeOf(stops, from, to)),
        anchor: start,
        moves: moves + 1,
        ...(line?.kind === 'identity'
          ? { selected: line.view.name, header: null }
          : { header: line?.group.key ?? null }),
      }))
    },
    markAll: (views: readonly IdentityView[]) =>
      store.setState({ marked: new Set(views.filter(isMarkable).map(({ name }) => name)) }),
    unmark: () => store.setState(({ moves }) => ({ marked: new Set<Name>(), anchor: null, moves: moves + 1 })),
  }
}

function flipped(marked: ReadonlySet<Name>, name: Name): ReadonlySet<Name> {
  const next = new Set(marked)
  if (!next.delete(name)) next.add(name)
  return next
}
