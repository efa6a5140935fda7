import { askProgram, findTrayHost } from '#host/desktop/tray-host'

/** Whether the desktop shows our tray icon. At login the panel may come up after the app, so it is looked at again. */
export interface TraySight {
  isShown(): boolean
  look(): Promise<void>
}

export function createTraySight(changed: () => void): TraySight {
  let shown = true
  return {
    isShown: () => shown,
    async look() {
      const now = (await findTrayHost({ platform: process.platform, env: process.env, ask: askProgram })) !== 'absent'
      const before = shown
      shown = now
      if (now !== before) changed()
    },
  }
}
