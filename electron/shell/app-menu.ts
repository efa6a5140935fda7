import { Menu } from 'electron'

/** macOS needs a menu for Cmd+C, Cmd+W and Cmd+Q to work; elsewhere the window has none. */
export function setAppMenu(platform: NodeJS.Platform): void {
  const menu = Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
  Menu.setApplicationMenu(platform === 'darwin' ? menu : null)
}
