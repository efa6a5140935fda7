import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Channel, Outcome, Requests } from '#bridge/contract'
import { decoders, isChannel } from '#bridge/decode'
import { ProblemError, problemOf } from '#core/base/problem'
import { UI_ORIGIN } from './serve-window.ts'

/** What main does for each request. A missing one does not compile. */
export type Handlers = {
  readonly [C in Channel]: (input: Requests[C]['input']) => Promise<Requests[C]['output']> | Requests[C]['output']
}

/** Registers every request. Returns the way to take them all back. */
export function serveBridge(handlers: Handlers, report: (error: unknown) => void): () => void {
  const channels = Object.keys(decoders).filter(isChannel)
  for (const channel of channels) serve(channel, handlers, report)
  return () => {
    for (const channel of channels) ipcMain.removeHandler(channel)
  }
}

function serve<C extends Channel>(channel: C, handlers: Handlers, report: (error: unknown) => void): void {
  ipcMain.handle(channel, async (event, raw: unknown): Promise<Outcome<Requests[C]['output']>> => {
    if (!trusts(event)) throw new Error(`refused ${channel}`)
    try {
      return { ok: true, value: await handlers[channel](decoders[channel](raw)) }
    } catch (error) {
      if (!(error instanceof ProblemError)) report(error)
      return { ok: false, problem: problemOf(error) }
    }
  })
}

/** https://www.electronjs.org/docs/latest/tutorial/security#17-validate-the-sender-of-all-ipc-messages */
function trusts({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === UI_ORIGIN
}
