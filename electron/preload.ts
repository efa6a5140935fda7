import { contextBridge, ipcRenderer } from 'electron'
import { type Bridge, IDENTITY_PICKED, STATE_CHANGED } from '#bridge/contract'

/** Returns the unsubscribe. The event itself, which carries the sender, never reaches the window. */
function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const heard = (_event: unknown, value: T): void => listener(value)
  ipcRenderer.on(channel, heard)
  return () => void ipcRenderer.off(channel, heard)
}

const bridge: Bridge = {
  request: (channel, input) => ipcRenderer.invoke(channel, input),
  onStateChanged: (listener) => listen(STATE_CHANGED, listener),
  onIdentityPicked: (listener) => listen(IDENTITY_PICKED, listener),
}

contextBridge.exposeInMainWorld('bridge', Object.freeze(bridge))
