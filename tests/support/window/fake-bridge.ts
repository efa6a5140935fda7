import type { Bridge, Channel, Outcome, Requests, StateChanges, WindowState } from '#bridge/contract'
import type { Problem } from '#core/base/problem'
import type { IdentityName } from '#core/identity/identity'
import type { ScreenName } from '#core/tray/tray-action'

/** One request that the window made. */
export interface Asked {
  readonly channel: Channel
  readonly input: unknown
}

export interface FakeBridge {
  readonly bridge: Bridge
  /** All but what a place looks up by itself when it is shown: that asks nothing of anybody. */
  readonly asked: Asked[]
  /** Sends a new state to the window, as main does at each change. */
  push(state: WindowState): void
  /** Sends what has changed. */
  move(changes: StateChanges): void
  /** As if a notification or a tray row was clicked. */
  pick(name: IdentityName): void
  /** The same for a screen. */
  pickScreen(screen: ScreenName): void
  /** As if production was activated from the tray. */
  askActivation(names: readonly IdentityName[]): void
  /** From now on this request is refused with this problem; `null`: it works again. */
  refuse(channel: Channel, problem: Problem | null): void
  /** From now on this request is answered with this value. */
  answer<C extends Channel>(channel: C, value: Requests[C]['output']): void
  /** How many listeners are still there: a closed window leaves none. */
  listeners(): number
}

/**
 * The main process as the window sees it. It closes over nothing, so that the end-to-end test can send its source
 * into a page.
 */
export function createFakeBridge(first: WindowState | null): FakeBridge {
  const onState = new Set<(state: WindowState) => void>()
  const onMoved = new Set<(changes: StateChanges) => void>()
  const onPick = new Set<(name: IdentityName) => void>()
  const onScreen = new Set<(screen: ScreenName) => void>()
  const onAsked = new Set<(names: readonly IdentityName[]) => void>()
  const refused = new Map<Channel, Problem>()
  const asked: Asked[] = []
  const looks: ReadonlySet<Channel> = new Set([
    'session/written-lines',
    'session/earlier-runs',
    'config/excerpt',
    'app/contacts',
  ])
  const set: { [C in Channel]?: Requests[C]['output'] } = {}
  let current = first

  const answers: { readonly [C in Channel]: () => Promise<Requests[C]['output']> } = {
    'snapshot/read': () => (current === null ? new Promise<WindowState>(() => {}) : Promise.resolve(current)),
    'session/activate': async () => {},
    'session/deactivate': async () => {},
    'session/refresh': async () => {},
    'session/cancel': async () => {},
    'session/try': async () => {},
    'session/end-trial': async () => {},
    'user/enter-keys': async () => {},
    'user/forget-keys': async () => {},
    'session/copy-profile': async () => {},
    'session/copy-exports': async () => {},
    'session/copy-endpoint': async () => {},
    'session/open-console': async () => {},
    'session/open-terminal': async () => {},
    'session/take-over': async () => {},
    'session/preview-take-over': async () => ({ file: '/home/ana/.aws/credentials', lines: [] }),
    'session/written-lines': async () => ({
      file: '/home/ana/.aws/credentials',
      owner: 'nobody',
      lines: [],
      region: null,
    }),
    'session/earlier-runs': async () => [],
    'session/copy-run': async () => {},
    'files/history': async () => ({ changes: [], backups: [] }),
    'files/approve-first-write': async () => {},
    'files/undo': async () => ({ profile: 'staging', files: ['/home/ana/.aws/credentials'] }),
    'doctor/run': async () => ({ findings: [], unchecked: [] }),
    'trust/approve': async () => {},
    'settings/change': async () => {},
    'history/read': async () => [],
    // The brands of its numbers cannot be made in here; a test answers with its own.
    'app/diagnose': async () => 'Credtray 0.1.0\n  Linux 6.8.0 x64\n\nLog\n  none\n',
    'app/contacts': () => new Promise(() => {}),
    'settings/facts': () => new Promise(() => {}),
    'settings/choose-folder': async () => null,
    'app/copy-example': async () => {},
    'app/restart': async () => {},
    'hotkeys/hold': async () => {},
    'app/set-paused': async () => {},
    'app/snooze': async () => {},
    'app/panic': async () => ({ removed: [], failed: [], forgotten: 0 }),
    'config/open': async () => {},
    'config/excerpt': async () => [],
    'app/hide-window': async () => {},
    'app/quit': async () => {},
  }

  const request = async <C extends Channel>(
    channel: C,
    input: Requests[C]['input'],
  ): Promise<Outcome<Requests[C]['output']>> => {
    if (!looks.has(channel)) asked.push({ channel, input })
    const problem = refused.get(channel)
    if (problem !== undefined) return { ok: false, problem }
    return { ok: true, value: channel in set ? set[channel] : await answers[channel]() }
  }

  return {
    bridge: {
      request,
      onStateChanged(listener) {
        onState.add(listener)
        return () => onState.delete(listener)
      },
      onStateMoved(listener) {
        onMoved.add(listener)
        return () => onMoved.delete(listener)
      },
      onIdentityPicked(listener) {
        onPick.add(listener)
        return () => onPick.delete(listener)
      },
      onScreenPicked(listener) {
        onScreen.add(listener)
        return () => onScreen.delete(listener)
      },
      onActivationAsked(listener) {
        onAsked.add(listener)
        return () => onAsked.delete(listener)
      },
    },
    asked,
    push(state) {
      current = state
      for (const listener of onState) listener(state)
    },
    move(changes) {
      for (const listener of onMoved) listener(changes)
    },
    pick(name) {
      for (const listener of onPick) listener(name)
    },
    pickScreen(screen) {
      for (const listener of onScreen) listener(screen)
    },
    askActivation(names) {
      for (const listener of onAsked) listener(names)
    },
    refuse(channel, problem) {
      if (problem === null) refused.delete(channel)
      else refused.set(channel, problem)
    },
    answer(channel, value) {
      Object.assign(set, { [channel]: value })
    },
    listeners: () => onState.size + onMoved.size + onPick.size + onScreen.size + onAsked.size,
  }
}
