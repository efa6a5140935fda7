import { type Problem, ProblemError, problemOf } from '#core/base/problem'
import { after } from '#core/base/time'
import type { CredentialWarning, Obtained } from '#core/credentials/credentials'
import type { Identity, IdentityName } from '#core/identity/identity'
import { backoff } from '#core/refresh/backoff'
import { type Book, entryOf, lineageIn } from './book.ts'
import { createCodeBook, type CodeBook } from './code-book.ts'
import { createCounts } from './counts.ts'
import { createFailedRuns, type FailedRuns } from './failed-runs.ts'
import { obtain } from './obtain.ts'
import { parentSession } from './parents.ts'
import { type Person, PersonNeeded } from './person.ts'
import { policyOf } from './policy.ts'
import type { Ports, ProcessRun } from './ports.ts'
import { same } from './reload.ts'
import { runReporter } from './run-reporter.ts'
import { sharedSession, waitingFor } from './same-device.ts'
import type { Sections } from './sections.ts'
import { createSingleFlight } from './single-flight.ts'
import { createStops } from './stops.ts'
import type { Vault } from './vault.ts'
import { createWhoAmI, type WhoAmI } from './who-am-i.ts'

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
  const shared = { ...parts, codes: createCodeBook(), failures: createFailedRuns(), whoAmI, life: parts.signal }
  // Whoever joins a run that was to write nothing may want the profile written all the same.
  const toWrite = new Set<IdentityName>()
  const lent = createCounts<IdentityName>()
  const renew: Renewer['renew'] = (name, { person, write, lends = false }) => {
    if (lends) return lent.during(name, renew(name, { person, write }))
    if (write) toWrite.add(name)
    const run = { ...shared, renew, person, isToWrite: () => toWrite.has(name) }
    const go = (): Promise<Obtained> => stops.within(name, (signal) => attempt(name, { ...run, signal }))
    return flights.run(name, () => go().finally(() => toWrite.delete(name)))
  }

  function cancel(name: IdentityName): void {
    const source = parts.book.find(name)?.identity.source
    stops.end(name, new ProblemError(cancelled))
    if (source?.kind === 'assume-role') cancel(source.from)
  }

  /** `lenders`: how many of those who wait are let down as well. */
  function drop(name: IdentityName, lenders = 0): void {
    if (!flights.isRunning(name) || lent.of(name) > lenders) return
    stops.end(name, new ProblemError(cancelled))
    const source = parts.book.find(name)?.identity.source
    const parent = source?.kind === 'assume-role' ? parts.book.find(source.from) : null
    if (parent?.status.kind === 'inactive' && !toWrite.has(parent.identity.name)) drop(parent.identity.name, 1)
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

/** One run, and all that it stands on. `signal` ends this run, `life` the engine. */
interface Run extends Parts {
  readonly person: Person
  /** Whether the profile is written although the identity is not active. */
  readonly isToWrite: () => boolean
  readonly renew: Renewer['renew']
  readonly codes: CodeBook
  readonly failures: FailedRuns
  readonly whoAmI: WhoAmI
  readonly life: AbortSignal
}

/** What is learnt on the way, whatever the run comes to. */
interface Learnt {
  needsPerson: boolean
  codeWorked: boolean
}

async function attempt(name: IdentityName, run: Run): Promise<Obtained> {
  const { book, ports } = run
  const { identity, status } = entryOf(book, name)
  const wasActive = status.kind !== 'inactive'
  const learnt: Learnt = { needsPerson: false, codeWorked: false }
  const isStill = unchanged(identity, book)
  book.apply(name, { kind: 'refresh-started', at: ports.clock.now() })
  try {
    // Before the helper runs: a person who has typed a code should not be asked for another one afterwards.
    if (isWanted(name, run, wasActive)) await run.sections.checkFirstWrite(identity)
    const obtained = await fetchKeys(identity, run, learnt)
    run.failures.worked(name)
    if (isStill()) await keep(identity, obtained, { ...run, isStill, wanted: isWanted(name, run, wasActive) })
    if (isStill()) {
      goOn(name, run, learnt.codeWorked)
      return obtained
    }
  } catch (error) {
    if (run.life.aborted) throw error
    if (isStill()) tellFailure(identity, run, { error, needsPerson: learnt.needsPerson })
    if (isStill() || run.signal.aborted) throw error
  }
  // Edited while it ran: what came is for an entry that is no more.
  return attempt(name, run)
}

/** Whether it is obtained the same way as now: neither itself nor what it hangs on was edited. */
function unchanged(identity: Identity, book: Book): () => boolean {
  const lineage = lineageIn(book, identity)
  return () => {
    const now = book.find(identity.name)
    return now !== null && same(now.identity, identity) && lineageIn(book, now.identity) === lineage
  }
}

/** Deactivated while it ran: then nothing is written. */
function isWanted(name: IdentityName, { book, isToWrite }: Run, wasActive: boolean): boolean {
  const isActive = (book.find(name)?.status.kind ?? 'inactive') !== 'inactive'
  return wasActive ? isActive : isToWrite() || isActive
}

function fetchKeys(identity: Identity, run: Run, learnt: Learnt): Promise<Obtained> {
  const reporter = runReporter(run.book, identity, run.ports.clock)
  const order = {
    identity,
    person: run.person,
    signal: run.signal,
    parent: (name: IdentityName, held: 'trusted' | 'refused') => parentSession(name, held, run),
    shared: () => sharedSession(identity, run),
    onCodeWorked: () => void (learnt.codeWorked = true),
    onStart: reporter.onStart,
    onStderr: reporter.onStderr,
    onRun: (ended: ProcessRun) => {
      reporter.onRun(ended)
      learnt.needsPerson = ended.needsPerson
    },
  }
  return obtain(order, { ...run.ports, codes: run.codes })
}

type Kept = Run & { readonly wanted: boolean; readonly isStill: () => boolean }

async function keep(
  identity: Identity,
  obtained: Obtained,
  { book, vault, ports, sections, wanted, isStill, whoAmI }: Kept,
): Promise<void> {
  const { name } = identity
  const { credentials, warnings } = obtained
  const since = ports.clock.now()
  const { expiresAt, accountId } = credentials
  vault.put(name, { credentials, since })
  if (wanted) await sections.write(identity, credentials, since)
  if (!isStill()) return
  const before = book.find(name)
  book.note(name, {
    warnings: [...warnings, ...(before?.warnings ?? []).filter(isVerdict)],
    account: accountId ?? before?.account ?? null,
  })
  whoAmI.look(identity, obtained)
  book.apply(name, { kind: 'refreshed', at: since, expiresAt })
}

/** It stands until the next look says otherwise, so that the same mismatch is told once. */
const isVerdict = (code: CredentialWarning): boolean => code === 'ACCOUNT_MISMATCH'

/** A person answers once, and all who waited for that go on. Their failures are in the book by then. */
function goOn(name: IdentityName, run: Run, codeWorked: boolean): void {
  for (const next of waitingFor(name, codeWorked, run)) {
    void run.renew(next, { person: null, write: false }).catch(() => undefined)
  }
}

function tellFailure(
  identity: Identity,
  { book, ports, failures }: Run,
  { error, needsPerson }: { readonly error: unknown; readonly needsPerson: boolean },
): void {
  const at = ports.clock.now()
  if (error instanceof PersonNeeded) {
    failures.failed(identity, error, null)
    book.apply(identity.name, { kind: 'person-needed', at, ask: error.ask })
    return
  }
  const problem = problemOf(error)
  const again = !needsPerson && (policyOf(identity).mode === 'auto' || onlyNotWritten(identity, problem))
  const retryAt = again ? after(at, backoff(failuresOf(book, identity.name) + 1, ports.random())) : null
  failures.failed(identity, error, retryAt)
  book.apply(identity.name, { kind: 'refresh-failed', at, problem, retryAt })
}

/** A code did its work and only the file stood in the way: the session is there, so no person is needed to go on. */
function onlyNotWritten({ source, refresh }: Identity, { code }: Problem): boolean {
  return source.kind === 'user' && refresh.mode === 'auto' && code.startsWith('file/')
}

function failuresOf(book: Book, name: IdentityName): number {
  const { status } = entryOf(book, name)
  return status.kind === 'refreshing' || status.kind === 'failed' ? status.attempt : 0
}

const cancelled: Problem = {
  code: 'session/cancelled',
  message: 'You stopped this renewal.',
  hint: 'Refresh when you want to go on.',
}
