import { clipboard, net, session, shell } from 'electron'
import type { Contacts } from '#engine/contacts'
import { consoleSignIn } from '#host/opening/console-sign-in'
import { openSecretPage } from '#host/opening/open-page'
import { openTerminal } from '#host/opening/open-terminal'
import { thisMachine } from '#host/this-machine'
import { createKeyClipboard } from '#shell/key-clipboard'
import { systemTimer } from '#shell/pacer'
import { proxyOf } from '#shell/proxy-of'
import type { OpenParts } from '../orders/open-orders.ts'

export interface Openings extends Omit<OpenParts, 'engine' | 'settings'> {
  /** The app ends: keys of ours leave the clipboard. */
  stop(): Promise<void>
}

/** What is opened and copied for a person, by this desktop. */
export function createOpenings(contacts: Contacts): Openings {
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
    stop: keys.clear,
  }
}
