import { clipboard, net, session, shell } from 'electron'
import { consoleSignIn } from '#host/opening/console-sign-in'
import { openEditor } from '#host/opening/open-editor'
import { openSecretPage } from '#host/opening/open-page'
import { openTerminal } from '#host/opening/open-terminal'
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

/** `machine`: what a desktop gives to an app lacks the folders that the person's programs are in. */
type Parts = Pick<Assembled, 'contacts' | 'settings' | 'machine'>

/** What is opened and copied for a person, by this desktop. */
export function createOpenings({ contacts, settings, machine }: Parts): Openings {
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
        env: machine.env,
        contacts,
        proxyOf: (origin) => proxyOf(session.defaultSession, origin),
      }),
    openPage: (order) => openSecretPage(order, { machine, openExternal }),
    openTerminal: (order) => openTerminal(order, machine),
    /** In an editor that goes to the line where there is one, else in whatever the system opens such files with. */
    async open(place) {
      const start = await openEditor({ ...machine, place, setting: settings.current().programs.editor })
      if (start.kind === 'failed') return start.why
      return start.kind === 'started' ? '' : shell.openPath(place.file)
    },
    stop: keys.clear,
  }
}
