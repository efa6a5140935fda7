import { getEventListeners } from 'node:events'

/** What still hangs on a signal: listeners, and Node's own marks of the signals that were made from it. */
export function leftOn(signal: AbortSignal): number {
  const own = Object.getOwnPropertySymbols(signal).find(({ description }) => description === 'kDependantSignals')
  const marks: unknown = own === undefined ? null : Reflect.get(signal, own)
  const count: unknown = typeof marks === 'object' && marks !== null ? Reflect.get(marks, 'size') : 0
  return getEventListeners(signal, 'abort').length + Number(count)
}
