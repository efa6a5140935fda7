import { createContext, useContext, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { Bridge, StateChanges } from '#bridge/contract'
import type { Instant } from '#core/base/time'
import { createActions, type Actions } from './actions.ts'
import { createClock, type WindowClock } from './clock.ts'
import { createFaceStore, moved, received, type Face, type FaceStore } from './store.ts'

/** What the components share: made once in main.tsx, made anew in each test. */
export interface Services {
  readonly store: FaceStore
  readonly clock: WindowClock
  readonly actions: Actions
}

export function createServices(bridge: Bridge, page: Document): Services {
  const store = createFaceStore()
  return { store, clock: createClock(page), actions: createActions(bridge, store) }
}

/** Starts to listen to main. Returns the stop. */
export function connect(bridge: Bridge, { store, clock, actions }: Services, page: Document): () => void {
  const receive = (state: Parameters<typeof received>[1]) => {
    store.setState((face) => received(face, state))
    clock.touch()
  }
  const onVisible = () => {
    if (!page.hidden) actions.rearrange()
  }
  const askForWhole = () => {
    void bridge.request('snapshot/read', undefined).then((outcome) => {
      // A change may have overtaken the answer, and is newer.
      const held = store.getState().state
      if (outcome.ok && (held === null || outcome.value.revision > held.revision)) receive(outcome.value)
      if (!outcome.ok) store.setState({ refused: outcome.problem })
    })
  }
  const move = (changes: StateChanges) => {
    const next = moved(store.getState(), changes)
    if (next === null) return askForWhole()
    store.setState(next)
    clock.touch()
  }
  const stops = [
    bridge.onStateChanged(receive),
    bridge.onStateMoved(move),
    bridge.onIdentityPicked(actions.show),
    bridge.onScreenPicked(actions.showPicked),
    bridge.onActivationAsked(actions.askActivation),
  ]
  page.addEventListener('visibilitychange', onVisible)
  askForWhole()
  return () => {
    page.removeEventListener('visibilitychange', onVisible)
    for (const stop of stops) stop()
  }
}

export const ServicesContext = createContext<Services | null>(null)

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (services === null) throw new Error('a component stands outside of ServicesContext')
  return services
}

export const useFace = <T>(select: (face: Face) => T): T => useStore(useServices().store, select)

export const useActions = (): Actions => useServices().actions

/** Something that depends on the time. Draws again only when what `select` answers (a primitive) changes. */
export function useNow<T extends string | number | boolean>(select: (now: Instant) => T): T {
  const { clock } = useServices()
  return useSyncExternalStore(clock.subscribe, () => select(clock.now()))
}
