import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { type Channel, type Outcome, REQUEST, type Requests } from '#bridge/contract'
import { type Decoders, decoders, isChannel, type Received, refuse } from '#bridge/decode'
import { ProblemError, problemOf } from '#core/base/problem'
import { UI_ORIGIN } from './window-content.ts'

/** What main does for each request. A missing one does not compile. */
export type Handlers = {
  readonly [C in Channel]: (input: Received[C]) => Promise<Requests[C]['output']> | Requests[C]['output']
}

export interface BridgeParts {
  /** What is asked before there are any waits for them. */
  readonly handlers: Promise<Handlers>
  /** Whether this is the page of our window. */
  readonly isOurs: (page: WebContents) => boolean
  /** A fault, or a page that asks what it may not. */
  readonly report: (error: unknown) => void
}

/** Answers every request; of what is no request of our own window nothing is told but that. Returns the way to take it back. */
export function serveBridge({ handlers, isOurs, report }: BridgeParts): () => void {
  ipcMain.handle(REQUEST, async (event, channel: unknown, raw: unknown) => {
    const named = trusts(event) && isOurs(event.sender) ? channelOf(channel) : null
    if (named === null) return refused(report)
    return answer({ handler: (await handlers)[named], decode: decoders[named], raw }, report)
  })
  return () => ipcMain.removeHandler(REQUEST)
}

const channelOf = (channel: unknown): Channel | null =>
  typeof channel === 'string' && isChannel(channel) ? channel : null

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

function refused(report: (error: unknown) => void): Outcome<never> {
  report('A page asked for something that is no request of the window.')
  return { ok: false, problem: refuse().problem }
}

/** https://www.electronjs.org/docs/latest/tutorial/security#17-validate-the-sender-of-all-ipc-messages */
function trusts({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === UI_ORIGIN
}
