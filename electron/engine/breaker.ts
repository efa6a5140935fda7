import type { IdentityName } from '#core/identity/identity'
import type { Book, Entry } from './book.ts'
import type { Clock, Network } from './ports.ts'

/** Eight tries with their pauses are about an hour. */
const TRIES = 8

/** Ends endless tries: after eight failures in a row a person is asked to look (granted#430: 3000 tabs overnight). */
export interface Breaker {
  /** Calls `renew` at once, or after a look at the network, or asks for the person instead. */
  pass(entry: Entry, renew: () => void): void
}

interface Parts {
  readonly book: Book
  readonly clock: Clock
  readonly network: Network
}

export function createBreaker({ book, clock, network }: Parts): Breaker {
  const inDoubt = new Set<IdentityName>()
  /** Failures up to this one were those of a machine without a network, and are forgiven. */
  const forgiven = new Map<IdentityName, number>()

  const isWorn = ({ identity: { name }, status }: Entry): boolean => {
    const tries = status.kind === 'failed' ? status.attempt : 0
    if (tries < (forgiven.get(name) ?? 0)) forgiven.delete(name)
    return tries - (forgiven.get(name) ?? 0) >= TRIES
  }

  return {
    pass(entry, renew) {
      const { name } = entry.identity
      if (inDoubt.has(name)) return
      if (!isWorn(entry)) return renew()
      inDoubt.add(name)
      void network.hasRoad().then((hasRoad) => {
        inDoubt.delete(name)
        const status = book.find(name)?.status
        if (status !== entry.status || status.kind !== 'failed') return
        if (!hasRoad) {
          forgiven.set(name, status.attempt)
          return renew()
        }
        const { problem, attempt: tries } = status
        book.apply(name, { kind: 'person-needed', at: clock.now(), ask: { kind: 'look', problem, tries } })
      })
    },
  }
}
