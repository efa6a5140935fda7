import { powerMonitor } from 'electron'

/**
 * Calls `wake` after sleep and unlock. It may be called twice for one resume (electron#47162), and not at all where the
 * desktop sends nothing; the clock's hops notice a gap without it.
 */
export function watchPower(wake: () => void): () => void {
  powerMonitor.on('resume', wake)
  powerMonitor.on('unlock-screen', wake)
  return () => {
    powerMonitor.off('resume', wake)
    powerMonitor.off('unlock-screen', wake)
  }
}
