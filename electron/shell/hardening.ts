import { app, session } from 'electron'

/**
 * What no page of ours ever needs is refused for all of them. The numbers are those of
 * https://www.electronjs.org/docs/latest/tutorial/security
 */
export function harden(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault()) // 13
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault()) // 12
    contents.setWindowOpenHandler(() => ({ action: 'deny' })) // 14
  })
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false)) // 5
  session.defaultSession.setPermissionCheckHandler(() => false)
}
