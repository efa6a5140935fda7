import type { Bridge } from '#bridge/contract'

declare global {
  interface Window {
    /** Set by the preload, before any script of the window runs. */
    readonly bridge: Bridge
  }
}

/** The one way out of the window. No other file reads `window.bridge`. */
export const windowBridge = (): Bridge => window.bridge
