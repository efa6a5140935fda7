import type { ScreenName } from '#core/tray/tray-action'
import { placeActions } from './place-actions.ts'
import { rearranged, type Face, type FaceStore, type Name } from './store.ts'

/** What a person does in the window alone: main does not hear of it. */
export function faceActions(store: FaceStore) {
  const set = (change: Partial<Face>) => store.setState(change)
  const hideBanner = (id: string) => set({ hiddenBanners: new Set([...store.getState().hiddenBanners, id]) })
  return {
    ...placeActions(store),
    /** Production was named outside of the window: whether it is meant is asked here. */
    askActivation: (question: readonly Name[]) => set({ question, screen: 'list' }),
    leaveQuestion: () => store.setState(({ moves }) => ({ question: null, moves: moves + 1 })),
    setSets: (sets: Face['sets']) => set({ sets }),
    setFilter: (filter: string) => store.setState((face) => ({ ...rearranged(face), filter })),
    setScreen: (screen: Face['screen']) => set({ screen }),
    /** It is not asked again until something else is new. */
    putOffTrust(digest: string) {
      hideBanner(trustBanner(digest))
      set({ screen: 'list' })
    },
    setHelpOpen: (helpOpen: boolean) => set({ helpOpen }),
    /** From the tray: whatever dialog lies over the window makes room. */
    showPicked: (screen: ScreenName) =>
      set({ sets: null, helpOpen: screen === 'help', ...(screen === 'help' ? {} : { screen }) }),
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
