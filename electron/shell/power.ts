import { powerMonitor } from 'electron'

export interface PowerListener {
  /** After sleep and unlock. It may come twice for one resume (electron#47162). */
  readonly onWake: () => void
  /** macOS and Windows only. */
  readonly onLock: () => void
  readonly onUnlock: () => void
}

/** Listens to the system's power events. Where the desktop sends none, the clock's hops notice a gap without them. */
export function watchPower({ onWake, onLock, onUnlock }: PowerListener): () => void {
  const unlocked = (): void => {
    onUnlock()
    onWake()
  }
  powerMonitor.on('resume', onWake)
  powerMonitor.on('lock-screen', onLock)
  powerMonitor.on('unlock-screen', unlocked)
  return () => {
    powerMonitor.off('resume', onWake)
    powerMonitor.off('lock-screen', onLock)
    powerMonitor.off('unlock-screen', unlocked)
  }
}
