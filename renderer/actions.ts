import type { Bridge, Channel, Outcome, Requests } from '#bridge/contract'
import type { Problem } from '#core/base/problem'
import type { IdentityView } from '#core/snapshot/snapshot'
import { rearranged, type Face, type FaceStore, type Name } from './store.ts'

export type Actions = ReturnType<typeof createActions>

/** Everything a person can do here. Each request ends in silence, in a note, or in a problem card. */
export function createActions(bridge: Bridge, store: FaceStore) {
  const set = (change: Partial<Face>) => store.setState(change)
  const ask = <C extends Channel>(channel: C, input: Requests[C]['input'], key: string) =>
    asking(bridge, store, { channel, input, key })

  return {
    async toggle(view: IdentityView) {
      if (view.state.kind === 'not-handled') return
      const channel = view.state.kind === 'inactive' ? 'session/activate' : 'session/deactivate'
      report(store, await ask(channel, view.name, view.name))
    },
    async refresh(name: Name) {
      report(store, await ask('session/refresh', { name, mfaCode: null }, name))
    },
    /** Answers with what was wrong, for the field to show; `null`: accepted. */
    async sendCode(name: Name, mfaCode: string): Promise<Problem | null> {
      const outcome = await ask('session/refresh', { name, mfaCode }, name)
      return outcome.ok ? null : outcome.problem
    },
    async copyProfile(view: IdentityView) {
      report(store, await ask('session/copy-profile', view.name, view.name), `Copied AWS_PROFILE=${view.profile}`)
    },
    async setPaused(paused: boolean) {
      const done = paused ? 'Paused. Nothing is renewed until you resume.' : 'Refreshing again.'
      report(store, await ask('app/set-paused', paused, ''), done)
    },
    async openConfig() {
      report(store, await ask('config/open', undefined, ''))
    },
    async hideWindow() {
      report(store, await ask('app/hide-window', undefined, ''))
    },
    select: (name: Name) => set({ selected: name }),
    /** A click on a row: its details open; a second click closes them. */
    pick: (name: Name, wasSelected: boolean) =>
      store.setState(({ detailsOpen }) => ({ selected: name, detailsOpen: !wasSelected || !detailsOpen })),
    moveTo: (name: Name) => set({ selected: name, moves: store.getState().moves + 1 }),
    show: (name: Name) =>
      set({ selected: name, detailsOpen: true, screen: 'list', filter: '', moves: store.getState().moves + 1 }),
    setDetailsOpen: (detailsOpen: boolean) => set({ detailsOpen }),
    setFilter: (filter: string) => store.setState((face) => ({ ...rearranged(face), filter })),
    setScreen: (screen: Face['screen']) => set({ screen }),
    setHelpOpen: (helpOpen: boolean) => set({ helpOpen }),
    dismissRefusal: () => set({ refused: null }),
    clearNote: () => set({ note: null }),
    hideBanner: (id: string) => set({ hiddenBanners: new Set([...store.getState().hiddenBanners, id]) }),
    rearrange: () => store.setState(rearranged),
  }
}

interface Asking<C extends Channel> {
  readonly channel: C
  readonly input: Requests[C]['input']
  readonly key: string
}

async function asking<C extends Channel>(
  bridge: Bridge,
  store: FaceStore,
  { channel, input, key }: Asking<C>,
): Promise<Outcome<Requests[C]['output']>> {
  const ticket = `${channel} ${key}`
  store.setState(({ pending }) => ({ pending: new Set([...pending, ticket]) }))
  try {
    return await bridge.request(channel, input)
  } catch {
    return { ok: false, problem: SILENT_MAIN }
  } finally {
    store.setState(({ pending }) => ({ pending: new Set([...pending].filter((other) => other !== ticket)) }))
  }
}

/** Main answers with an Outcome and never throws; a throw means that it is not there any more. */
const SILENT_MAIN: Problem = {
  code: 'app/unexpected',
  message: 'Credtray did not answer this window.',
  hint: 'Quit Credtray and start it again. Your credentials file is as it was.',
}

function report(store: FaceStore, outcome: Outcome<unknown>, note: string | null = null): void {
  store.setState(outcome.ok ? { note } : { refused: outcome.problem })
}
