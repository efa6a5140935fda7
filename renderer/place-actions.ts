import { parseFilter, passes } from './identities/filter.ts'
import type { Face, FaceStore, Name } from './store.ts'

/** Where in the list the person is, and whose details are open. */
export function placeActions(store: FaceStore) {
  const set = (change: Partial<Face>) => store.setState(change)
  return {
    select: (name: Name) => set({ selected: name, header: null }),
    selectHeader: (header: string) => set({ header }),
    /** A click on a row: its details open; a second click closes them. */
    pick: (name: Name, wasSelected: boolean) =>
      store.setState(({ detailsOpen }) => ({
        selected: name,
        header: null,
        marked: new Set(),
        anchor: name,
        answering: name,
        detailsOpen: !wasSelected || !detailsOpen,
      })),
    moveTo: (name: Name) => store.setState(({ moves }) => ({ ...HERE, selected: name, moves: moves + 1 })),
    /** The keys go on where they stand in the list. */
    backToRow: () => store.setState(({ moves }) => ({ moves: moves + 1 })),
    moveToHeader: (header: string) => store.setState(({ moves }) => ({ ...HERE, header, moves: moves + 1 })),
    setOpen(key: string, open: boolean) {
      const closed = new Set(store.getState().closed)
      if (open) closed.delete(key)
      else closed.add(key)
      set({ closed })
    },
    /**
     * What waits for trust is shown as what it waits for: the question. The filter stays, unless it hides who is
     * shown.
     */
    show: (name: Name) =>
      store.setState((face) => {
        const view = face.state?.snapshot.identities.find((one) => one.name === name)
        const hidden = view === undefined || !passes(view, parseFilter(face.filter))
        return {
          ...ON_ONE,
          selected: name,
          answering: name,
          detailsOpen: true,
          screen: view?.state.kind === 'waiting-for-trust' ? ('trust' as const) : ('list' as const),
          filter: hidden ? '' : face.filter,
          moves: face.moves + 1,
          shows: face.shows + 1,
        }
      }),
    /** Away from what an identity asked, back to its row. */
    leave: (name: Name) => set({ ...ON_ONE, selected: name, detailsOpen: false, moves: store.getState().moves + 1 }),
    closeDetails: () => set({ detailsOpen: false }),
    openDetails: (name: Name) =>
      store.setState(({ shows }) => ({ selected: name, answering: name, detailsOpen: true, shows: shows + 1 })),
  }
}

/** Only moved: no range has begun, and nobody is opened. */
const HERE: Pick<Face, 'header' | 'anchor' | 'answering'> = { header: null, anchor: null, answering: null }

/** Nothing selected but the one. */
const ON_ONE: Pick<Face, 'header' | 'marked'> = { header: null, marked: new Set() }
