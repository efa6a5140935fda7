import { type Problem, ProblemError } from '#core/base/problem'
import type { Obtained } from '#core/credentials/credentials'
import { parentOf } from '#core/identity/chain'
import type { IdentityName } from '#core/identity/identity'
import type { Book } from './book.ts'
import { createCodeBook } from './code-book.ts'
import { createCounts } from './counts.ts'
import { createFailedRuns } from './failed-runs.ts'
import type { Person } from './person.ts'
import type { Ports } from './ports.ts'
import { renewal } from './renewal.ts'
import type { Sections } from './sections.ts'
import type { SignIns } from './sign-ins.ts'
import { createSingleFlight } from './single-flight.ts'
import { createStops } from './stops.ts'
import type { Vault } from './vault.ts'
import { createWhoAmI } from './who-am-i.ts'

/** Renews sessions: obtain, keep for the children, write the profile, say how it went. One run an identity at a time. */
export interface Renewer {
  /**
   * Renews one identity now; a run under way is joined.
   * @param order.person `null`: a timer asks, so nothing that needs a person is started
   * @param order.write true: write the profile although the identity is not active (the command line's `refresh`)
   * @param order.lends true: somebody else waits for the keys, be it a role or a tool
   */
  renew(name: IdentityName, order: RenewOrder): Promise<Obtained>
  isRunning(name: IdentityName): boolean
  /** Ends the run under way, and those of its parents that it waits for. Without one nothing happens. */
  cancel(name: IdentityName): void
  /** The person does not want it any more: its run, and its parents', end unless somebody else waits for the keys. */
  drop(name: IdentityName): void
  /** Resolves once nothing runs any more. */
  idle(): Promise<void>
}

interface Parts {
  readonly book: Book
  readonly vault: Vault
  readonly ports: Ports
  readonly sections: Sections
  readonly signIns: SignIns
  readonly signal: AbortSignal
}

interface RenewOrder {
  readonly person: Person
  readonly write: boolean
  readonly lends?: boolean
}

export function createRenewer(parts: Parts): Renewer {
  const flights = createSingleFlight<IdentityName, Obtained>()
  const stops = createStops<IdentityName>(parts.signal)
  const whoAmI = createWhoAmI(parts)
  const shared = {
    ...parts,
    codes: createCodeBook(),
    failures: createFailedRuns(),
    whoAmI,
    life: parts.signal,
  }
  // Whoever joins a run that was to write nothing may want the profile written all the same.
  const toWrite = new Set<IdentityName>()
  const lent = createCounts<IdentityName>()
  const renew: Renewer['renew'] = (name, { person, write, lends = false }) => {
    if (lends) return lent.during(name, renew(name, { person, write }))
    if (write) toWrite.add(name)
    const run = { ...shared, renew, person, isToWrite: () => toWrite.has(name), isLent: () => lent.of(name) > 0 }
    const go = (): Promise<Obtained> => stops.within(name, (signal) => renewal(name, { ...run, signal }))
    return flights.run(name, () => go().finally(() => toWrite.delete(name)))
  }

  function cancel(name: IdentityName): void {
    stops.end(name, new ProblemError(cancelled))
    const parent = parentIn(parts.book, name)
    if (parent !== null) cancel(parent)
  }

  /** `lenders`: how many of those who wait are let down as well. */
  function drop(name: IdentityName, lenders = 0): void {
    if (!flights.isRunning(name) || lent.of(name) > lenders) return
    stops.end(name, new ProblemError(cancelled))
    const parent = parentIn(parts.book, name)
    if (parent !== null && parts.book.find(parent)?.status.kind === 'inactive' && !toWrite.has(parent)) drop(parent, 1)
  }

  return {
    renew,
    isRunning: flights.isRunning,
    cancel,
    drop: (name) => drop(name),
    async idle() {
      await flights.idle()
      await whoAmI.idle()
    },
  }
}

function parentIn(book: Book, name: IdentityName): IdentityName | null {
  const identity = book.find(name)?.identity
  return identity === undefined ? null : parentOf(identity)
}

const cancelled: Problem = {
  code: 'session/cancelled',
  message: 'You stopped this renewal.',
  hint: 'Refresh when you want to go on.',
}
