import { powerMonitor } from 'electron'

export interface PowerListener {
  readonly onSleep: () => void
  /** After sleep and unlock. It may come twice for one resume (electron#47162). */
  readonly onWake: () => void
  /** macOS and Windows only. */
  readonly onLock: () => void
  readonly onUnlock: () => void
}

/** Listens to the system's power events. Where the desktop sends none, the clock's hops notice a gap without them. */
export function watchPower({ onSleep, onWake, onLock, onUnlock }: PowerListener): () => void {
  const unlocked = (): void => {
    onUnlock()
    onWake()
  }
  powerMonitor.on('suspend', onSleep)
  powerMonitor.on('resume', onWake)
  powerMonitor.on('lock-screen', onLock)
  powerMonitor.on('unlock-screen', unlocked)
  return () => {
    powerMonitor.off('suspend', onSleep)
    powerMonitor.off('resume', onWake)
    powerMonitor.off('lock-screen', onLock)
    powerMonitor.off('unlock-screen', unlocked)
  }
}
