import { clipboard, net, session, shell } from 'electron'
import type { Place } from '#core/base/problem'
import { consoleSignIn } from '#host/opening/console-sign-in'
import { openEditor } from '#host/opening/open-editor'
import { openSecretPage } from '#host/opening/open-page'
import { openTerminal } from '#host/opening/open-terminal'
import { thisMachine } from '#host/this-machine'
import { createKeyClipboard } from '#shell/key-clipboard'
import { systemTimer } from '#shell/pacer'
import { proxyOf } from '#shell/proxy-of'
import type { Assembled } from '../assemble.ts'
import type { OpenParts } from '../orders/open-orders.ts'
import type { OrderParts } from '../orders/orders.ts'

export interface Openings extends Omit<OpenParts, 'engine' | 'settings'>, Pick<OrderParts, 'open'> {
  /** The app ends: keys of ours leave the clipboard. */
  stop(): Promise<void>
}

/** What is opened and copied for a person, by this desktop. */
export function createOpenings({ contacts, settings }: Pick<Assembled, 'contacts' | 'settings'>): Openings {
  const keys = createKeyClipboard({
    read: () => clipboard.readText(),
    write: (text) => clipboard.writeText(text),
    timer: systemTimer,
  })
  const openExternal = (address: string): Promise<void> => shell.openExternal(address)
  return {
    copy: (text) => void clipboard.writeText(text),
    copyKeys: keys.put,
    signIn: (order) =>
      consoleSignIn(order, {
        fetch: (url, init) => net.fetch(url, init),
        env: process.env,
        contacts,
        proxyOf: (origin) => proxyOf(session.defaultSession, origin),
      }),
    openPage: (order) => openSecretPage(order, { machine: thisMachine(), openExternal }),
    openTerminal: (order) => openTerminal(order, thisMachine()),
    open: (place) => openPlace(place, settings.current().programs.editor),
    stop: keys.clear,
  }
}

/** In an editor that goes to the line where there is one, else in whatever the system opens such files with. */
async function openPlace(place: Place, setting: string | null): Promise<string> {
  const { platform, env } = thisMachine()
  const start = await openEditor({ place, setting, platform, env })
  if (start.kind === 'failed') return start.why
  return start.kind === 'started' ? '' : shell.openPath(place.file)
}
