import { app } from 'electron'

const HIDDEN = ['--hidden']

/** macOS and Windows: the system keeps the list. `openAsHidden` is gone since Electron 44, so the switch says it. */
export const systemLoginItem = {
  isOn: async (): Promise<boolean> => app.getLoginItemSettings({ args: HIDDEN }).openAtLogin,
  set: async (on: boolean): Promise<void> => app.setLoginItemSettings({ openAtLogin: on, args: HIDDEN }),
}
