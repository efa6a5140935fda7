import { app, type Session, session, type WebContents } from 'electron'
import { isOfWindow, type WindowRequest } from './window-content.ts'

/**
 * The window's own session: in memory, so that Chromium keeps nothing of it on the disk, and without a network. What main
 * asks of the network goes through the default session.
 */
export const windowSession = (): Session => session.fromPartition('window', { cache: false })

/**
 * What no page of ours ever needs is refused for all of them. The numbers are those of
 * https://www.electronjs.org/docs/latest/tutorial/security
 */
export function harden(): void {
  app.on('web-contents-created', (_event, contents) => hold(contents))
  const ours = windowSession()
  ours.enableNetworkEmulation({ offline: true })
  for (const each of [session.defaultSession, ours]) close(each)
}

/** Every page, also one that nobody of us has made. */
function hold(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault()) // 13
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault()) // 12
  contents.setWindowOpenHandler(() => ({ action: 'deny' })) // 14
}

function close(each: Session): void {
  each.setPermissionRequestHandler((_contents, _permission, answer) => answer(false)) // 5
  each.setPermissionCheckHandler(() => false)
  each.setDevicePermissionHandler(() => false)
  // Both: without languages no dictionary is fetched, which Chromium does where it is only switched off.
  each.setSpellCheckerLanguages([])
  each.setSpellCheckerEnabled(false)
  // The pages of `windowSession` are ours alone; whatever comes with another address is not asked for.
  if (each !== session.defaultSession)
    each.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !isOfWindow(asked(request)) }))
  each.on('will-download', (event, item) => {
    if (!isOfWindow({ url: item.getURL(), kind: 'download' })) event.preventDefault()
  })
}

const asked = ({ url, resourceType }: { readonly url: string; readonly resourceType: string }): WindowRequest => ({
  url,
  kind: resourceType === 'image' ? 'image' : 'part',
})
