import { ProblemError, problemOf } from '#core/base/problem'
import { redact } from '#core/base/redact'
import { after } from '#core/base/time'
import type { Obtained, SessionCredentials } from '#core/credentials/credentials'
import type { Identity, IdentityName } from '#core/identity/identity'
import { backoff } from '#core/refresh/backoff'
import type { Book, Entry } from './book.ts'
import { obtain, type Person, PersonNeeded } from './obtain.ts'
import { policyOf } from './policy.ts'
import type { Ports, ProcessRun } from './ports.ts'
import { same } from './reload.ts'
import { createSingleFlight } from './single-flight.ts'
import type { Sections } from './sections.ts'
import type { Vault } from './vault.ts'

/** Renews sessions: obtain, keep for the children, write the profile, say how it went. One run an identity at a time. */
export interface Renewer {
  /**
   * Renews one identity now; a run under way is joined.
   * @param order.person `null`: a timer asks, so nothing that needs a person is started
   * @param order.write true: write the profile although the identity is not active (the command line's `refresh`)
   */
  renew(name: IdentityName, order: { readonly person: Person; readonly write: boolean }): Promise<Obtained>
  isRunning(name: IdentityName): boolean
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

export function createRenewer(parts: Parts): Renewer {
  const flights = createSingleFlight<IdentityName, Obtained>()
  // Whoever joins a run that was to write nothing may want the profile written all the same.
  const toWrite = new Set<IdentityName>()
  const renew: Renewer['renew'] = (name, { person, write }) => {
    if (write) toWrite.add(name)
    const run = { ...parts, renew, person, isToWrite: () => toWrite.has(name) }
    return flights.run(name, () => attempt(name, run).finally(() => toWrite.delete(name)))
  }
  return { renew, isRunning: flights.isRunning, idle: flights.idle }
}

/** One run, and all that it stands on. */
interface Run extends Parts {
  readonly person: Person
  /** Whether the profile is written although the identity is not active. */
  readonly isToWrite: () => boolean
  readonly renew: Renewer['renew']
}

async function attempt(name: IdentityName, run: Run): Promise<Obtained> {
  const { book, ports, signal } = run
  const { identity, status } = entryOf(book, name)
  const wasActive = status.kind !== 'inactive'
  let needsPerson = false
  book.apply(name, { kind: 'refresh-started', at: ports.clock.now() })
  try {
    const obtained = await fetchKeys(identity, run, (ended) => (needsPerson = ended.needsPerson))
    if (isStill(identity, book)) await keep(identity, obtained, { ...run, wanted: isWanted(name, run, wasActive) })
    if (isStill(identity, book)) return obtained
  } catch (error) {
    if (signal.aborted) throw error
    if (isStill(identity, book)) {
      tellFailure(identity, run, { error, needsPerson })
      throw error
    }
  }
  // Edited while it ran: what came is for an entry that is no more.
  return attempt(name, run)
}

function isStill(identity: Identity, book: Book): boolean {
  const now = book.find(identity.name)
  return now !== null && same(now.identity, identity)
}

/** Deactivated while it ran: then nothing is written. */
function isWanted(name: IdentityName, { book, isToWrite }: Run, wasActive: boolean): boolean {
  const isActive = (book.find(name)?.status.kind ?? 'inactive') !== 'inactive'
  return wasActive ? isActive : isToWrite() || isActive
}

function fetchKeys(identity: Identity, run: Run, onRun: (ended: ProcessRun) => void): Promise<Obtained> {
  const reporter = runReporter(run.book, identity, run.ports)
  const order = {
    identity,
    person: run.person,
    signal: run.signal,
    parent: (name: IdentityName, held: 'trusted' | 'refused') => parentSession(name, held, run),
    onStderr: reporter.onStderr,
    onRun: (ended: ProcessRun) => {
      reporter.onRun(ended)
      onRun(ended)
    },
  }
  return obtain(order, run.ports)
}

/** A parent that is due itself is renewed first; five children cause one renewal. */
async function parentSession(
  name: IdentityName,
  trust: 'trusted' | 'refused',
  { book, vault, ports, person, renew }: Run,
): Promise<SessionCredentials> {
  const { identity } = entryOf(book, name)
  if (trust === 'refused') vault.forget(name)
  const held = vault.fresh(name, identity.refresh.lead, ports.clock.now())
  return held ?? (await renew(name, { person, write: false })).credentials
}

async function keep(
  identity: Identity,
  { credentials, warnings }: Obtained,
  { book, vault, ports, sections, wanted }: Run & { readonly wanted: boolean },
): Promise<void> {
  const { name } = identity
  const since = ports.clock.now()
  const { expiresAt, accountId } = credentials
  vault.put(name, { credentials, since })
  if (wanted) await sections.write(identity, credentials, since)
  if (!isStill(identity, book)) return
  book.note(name, { warnings, account: accountId })
  book.apply(name, { kind: 'refreshed', at: since, expiresAt })
}

function tellFailure(
  identity: Identity,
  { book, ports }: Run,
  { error, needsPerson }: { readonly error: unknown; readonly needsPerson: boolean },
): void {
  const at = ports.clock.now()
  if (error instanceof PersonNeeded) {
    book.apply(identity.name, { kind: 'person-needed', at, ask: error.ask })
    return
  }
  const again = policyOf(identity).mode === 'auto' && !needsPerson
  const retryAt = again ? after(at, backoff(failuresOf(book, identity.name) + 1, ports.random())) : null
  book.apply(identity.name, { kind: 'refresh-failed', at, problem: problemOf(error), retryAt })
}

export function entryOf(book: Book, name: IdentityName): Entry {
  const entry = book.find(name)
  if (entry !== null) return entry
  throw new ProblemError({
    code: 'identity/unknown',
    message: `There is no identity named ${name}.`,
    hint: 'Look up its name in the list of identities, or add it to the configuration.',
  })
}

function failuresOf(book: Book, name: IdentityName): number {
  const { status } = entryOf(book, name)
  return status.kind === 'refreshing' || status.kind === 'failed' ? status.attempt : 0
}

/** Keeps the last run of the identity's command in the book, live while it runs. */
function runReporter(book: Book, { name, source }: Identity, { clock }: Ports) {
  const startedAt = clock.now()
  const command = source.kind === 'process' ? source.command : ''
  let stderr = ''
  const note = (facts: Pick<ProcessRun, 'stderr' | 'exitCode'> & { lasted: ProcessRun['lasted'] | null }): void =>
    book.note(name, { lastRun: { startedAt, command: redact(command), ...facts } })
  if (source.kind === 'process') note({ lasted: null, exitCode: null, stderr })
  return {
    onStderr(text: string): void {
      stderr += text
      note({ lasted: null, exitCode: null, stderr })
    },
    onRun: ({ lasted, exitCode, stderr: all }: ProcessRun): void => note({ lasted, exitCode, stderr: all }),
  }
}
