import type { Bridge, Channel, Outcome, Requests } from '#bridge/contract'
import type { Problem } from '#core/base/problem'
import type { FaceStore } from './store.ts'

/** Asks main for something, and marks it as pending until it has answered. */
export const askerOf =
  (bridge: Bridge, store: FaceStore) =>
  <C extends Channel>(channel: C, input: Requests[C]['input'], key: string) =>
    asking(bridge, store, { channel, input, key })

interface Asking<C extends Channel> {
  readonly channel: C
  readonly input: Requests[C]['input']
  readonly key: string
}

async function asking<C extends Channel>(
  bridge: Bridge,
  store: FaceStore,
  { channel, input, key }: Asking<C>,
): Promise<Outcome<Requests[C]['output']>> {
  const ticket = `${channel} ${key}`
  store.setState(({ pending }) => ({ pending: new Set([...pending, ticket]) }))
  try {
    return await bridge.request(channel, input)
  } catch {
    return { ok: false, problem: SILENT_MAIN }
  } finally {
    store.setState(({ pending }) => ({ pending: new Set([...pending].filter((other) => other !== ticket)) }))
  }
}

/** Main answers with an Outcome and never throws; a throw means that it is not there any more. */
const SILENT_MAIN: Problem = {
  code: 'app/unexpected',
  message: 'Credtray did not answer this window.',
  hint: 'Quit Credtray and start it again. Your credentials file is as it was.',
}

/** Silence or a note where it went well, a problem card where it did not. */
export function report(store: FaceStore, outcome: Outcome<unknown>, note: string | null = null): void {
  store.setState(outcome.ok ? { note } : { refused: outcome.problem })
}
