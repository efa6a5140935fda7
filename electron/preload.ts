import { contextBridge, ipcRenderer } from 'electron'
import {
  ACTIVATION_ASKED,
  type Bridge,
  IDENTITY_PICKED,
  REQUEST,
  type Requests,
  SCREEN_PICKED,
  STATE_CHANGED,
  STATE_MOVED,
  type StateChanges,
  type WindowState,
} from '#bridge/contract'

type Listener = Parameters<typeof ipcRenderer.on>[1]

/** Returns the unsubscribe. */
function listen(channel: string, listener: Listener): () => void {
  ipcRenderer.on(channel, listener)
  return () => void ipcRenderer.off(channel, listener)
}

/** The events themselves, which carry the sender, never reach the window. */
const bridge: Bridge = {
  request: (channel, input) => ipcRenderer.invoke(REQUEST, channel, input),
  onStateChanged: (listener) => listen(STATE_CHANGED, (_event, state: WindowState) => listener(state)),
  onStateMoved: (listener) => listen(STATE_MOVED, (_event, changes: StateChanges) => listener(changes)),
  onIdentityPicked: (listener) =>
    listen(IDENTITY_PICKED, (_event, name: Requests['session/activate']['input']) => listener(name)),
  onScreenPicked: (listener) =>
    listen(SCREEN_PICKED, (_event, screen: Parameters<typeof listener>[0]) => listener(screen)),
  onActivationAsked: (listener) =>
    listen(ACTIVATION_ASKED, (_event, names: readonly Requests['session/activate']['input'][]) => listener(names)),
}

contextBridge.exposeInMainWorld('bridge', Object.freeze(bridge))
