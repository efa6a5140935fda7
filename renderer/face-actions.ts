import { rearranged, type Face, type FaceStore, type Name } from './store.ts'

/** What a person does in the window alone: main does not hear of it. */
export function faceActions(store: FaceStore) {
  const set = (change: Partial<Face>) => store.setState(change)
  const hideBanner = (id: string) => set({ hiddenBanners: new Set([...store.getState().hiddenBanners, id]) })
  return {
    select: (name: Name) => set({ selected: name }),
    /** A click on a row: its details open; a second click closes them. */
    pick: (name: Name, wasSelected: boolean) =>
      store.setState(({ detailsOpen }) => ({ selected: name, detailsOpen: !wasSelected || !detailsOpen })),
    moveTo: (name: Name) => set({ selected: name, moves: store.getState().moves + 1 }),
    /** What waits for trust is shown as what it waits for: the question. */
    show: (name: Name) =>
      store.setState(({ state, moves, shows }) => {
        const view = state?.snapshot.identities.find((one) => one.name === name)
        const screen = view?.state.kind === 'waiting-for-trust' ? 'trust' : 'list'
        return { selected: name, detailsOpen: true, screen, filter: '', moves: moves + 1, shows: shows + 1 }
      }),
    /** Away from what an identity asked, back to its row. */
    leave: (name: Name) => set({ selected: name, detailsOpen: false, moves: store.getState().moves + 1 }),
    setDetailsOpen: (detailsOpen: boolean) => set({ detailsOpen }),
    setFilter: (filter: string) => store.setState((face) => ({ ...rearranged(face), filter })),
    setScreen: (screen: Face['screen']) => set({ screen }),
    /** It is not asked again until something else is new. */
    putOffTrust(digest: string) {
      hideBanner(trustBanner(digest))
      set({ screen: 'list' })
    },
    setHelpOpen: (helpOpen: boolean) => set({ helpOpen }),
    dismissRefusal: () => set({ refused: null }),
    clearNote: () => set({ note: null }),
    hideBanner,
    rearrange: () => store.setState(rearranged),
  }
}

/** The banner of one change of a file. */
export const changeBanner = (at: number): string => `change ${at}`

/** The banner of one question: another question has another one. */
export const trustBanner = (digest: string): string => `trust ${digest}`
