import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Channel, Outcome, Requests } from '#bridge/contract'
import { type Decoders, decoders, isChannel, type Received } from '#bridge/decode'
import { ProblemError, problemOf } from '#core/base/problem'
import { UI_ORIGIN } from './serve-window.ts'

/** What main does for each request. A missing one does not compile. */
export type Handlers = {
  readonly [C in Channel]: (input: Received[C]) => Promise<Requests[C]['output']> | Requests[C]['output']
}

/** Registers every request. Returns the way to take them all back. */
export function serveBridge(handlers: Handlers, report: (error: unknown) => void): () => void {
  const channels = Object.keys(decoders).filter(isChannel)
  for (const channel of channels) {
    ipcMain.handle(channel, (event, raw: unknown) => {
      if (!trusts(event)) throw new Error(`refused ${channel}`)
      return answer({ handler: handlers[channel], decode: decoders[channel], raw }, report)
    })
  }
  return () => {
    for (const channel of channels) ipcMain.removeHandler(channel)
  }
}

interface Asked<C extends Channel> {
  readonly handler: Handlers[C]
  readonly decode: Decoders[C]
  readonly raw: unknown
}

async function answer<C extends Channel>(
  { handler, decode, raw }: Asked<C>,
  report: (error: unknown) => void,
): Promise<Outcome<Requests[C]['output']>> {
  try {
    return { ok: true, value: await handler(decode(raw)) }
  } catch (error) {
    if (!(error instanceof ProblemError)) report(error)
    return { ok: false, problem: problemOf(error) }
  }
}

/** https://www.electronjs.org/docs/latest/tutorial/security#17-validate-the-sender-of-all-ipc-messages */
function trusts({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === UI_ORIGIN
}
