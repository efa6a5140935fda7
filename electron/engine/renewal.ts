import { problemOf, type Problem } from '#core/base/problem'
import { after } from '#core/base/time'
import type { CredentialWarning, Obtained } from '#core/credentials/credentials'
import type { Identity, IdentityName } from '#core/identity/identity'
import { backoff } from '#core/refresh/backoff'
import type { Ask } from '#core/session/status'
import { type Book, entryOf, lineageIn } from './book.ts'
import type { CodeBook } from './code-book.ts'
import type { FailedRuns } from './failed-runs.ts'
import { obtain } from './obtain.ts'
import { parentSession } from './parents.ts'
import { type Person, PersonNeeded } from './person.ts'
import { policyOf } from './policy.ts'
import type { Ports, ProcessRun } from './ports.ts'
import { same } from './reload.ts'
import type { Renewer } from './renewer.ts'
import { runReporter } from './run-reporter.ts'
import { sharedSession, waitingFor } from './same-device.ts'
import type { Sections } from './sections.ts'
import type { SignIns } from './sign-ins.ts'
import type { Vault } from './vault.ts'
import type { WhoAmI } from './who-am-i.ts'

/** One run, and all that it stands on. `signal` ends this run, `life` the engine. */
export interface Run {
  readonly book: Book
  readonly vault: Vault
  readonly ports: Ports
  readonly sections: Sections
  readonly signal: AbortSignal
  readonly person: Person
  /** Whether the profile is written although the identity is not active. */
  readonly isToWrite: () => boolean
  /** Whether somebody waits for the keys themselves, be it a role or a tool. */
  readonly isLent: () => boolean
  readonly renew: Renewer['renew']
  readonly codes: CodeBook
  readonly signIns: SignIns
  readonly failures: FailedRuns
  readonly whoAmI: WhoAmI
  readonly life: AbortSignal
}

/** What is learnt on the way, whatever the run comes to. */
interface Learnt {
  needsPerson: boolean
  codeWorked: boolean
  /** What the person has still to see before the profile may be written. */
  unseen: Ask | null
}

/**
 * One renewal: obtain, keep for the children, write the profile, say how it went. While the person has not yet seen the
 * first change of their file, whoever waits for the keys themselves gets them, and the file is left alone.
 */
export async function renewal(name: IdentityName, run: Run): Promise<Obtained> {
  const { book, ports } = run
  const { identity, status } = entryOf(book, name)
  const wasActive = status.kind !== 'inactive'
  const learnt: Learnt = { needsPerson: false, codeWorked: false, unseen: null }
  const isStill = unchanged(identity, book)
  book.apply(name, { kind: 'refresh-started', at: ports.clock.now() })
  try {
    if (isWanted(name, run, wasActive)) await askFirst(identity, run, learnt)
    const obtained = await fetchKeys(identity, run, learnt)
    run.failures.worked(name)
    if (isStill()) await keep(identity, obtained, { ...run, isStill, learnt, wanted: isWanted(name, run, wasActive) })
    if (isStill()) {
      goOn(name, run, learnt.codeWorked)
      return obtained
    }
  } catch (error) {
    if (run.life.aborted) throw error
    if (isStill()) tellFailure(identity, run, { error, ...learnt })
    if (isStill() || run.signal.aborted) throw error
  }
  // Edited while it ran: what came is for an entry that is no more.
  return renewal(name, run)
}

/** Before the helper runs: a person who has typed a code should not be asked for another one afterwards. */
async function askFirst(identity: Identity, { sections, isLent }: Run, learnt: Learnt): Promise<void> {
  learnt.unseen = await sections.firstWriteAsk(identity)
  if (learnt.unseen !== null && !isLent()) throw new PersonNeeded(learnt.unseen, identity.name)
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
  return obtain(order, { ...run.ports, codes: run.codes, signIns: run.signIns })
}

interface Kept extends Run {
  readonly wanted: boolean
  readonly isStill: () => boolean
  readonly learnt: Learnt
}

async function keep(
  identity: Identity,
  obtained: Obtained,
  { book, vault, ports, sections, wanted, isStill, learnt, whoAmI }: Kept,
): Promise<void> {
  const { name } = identity
  const { credentials, warnings } = obtained
  const since = ports.clock.now()
  const { expiresAt, accountId } = credentials
  vault.put(name, { credentials, since })
  const unseen = await stillUnseen(identity, learnt, sections)
  if (wanted && unseen === null) await sections.write(identity, credentials, since)
  if (!isStill()) return
  const before = book.find(name)
  book.note(name, {
    warnings: [...warnings, ...(before?.warnings ?? []).filter(isVerdict)],
    account: accountId ?? before?.account ?? null,
  })
  whoAmI.look(identity, obtained)
  book.apply(
    name,
    unseen === null ? { kind: 'refreshed', at: since, expiresAt } : { kind: 'person-needed', at: since, ask: unseen },
  )
}

/** They may have looked at it while the helper ran. */
async function stillUnseen(identity: Identity, { unseen }: Learnt, sections: Sections): Promise<Ask | null> {
  return unseen === null ? null : sections.firstWriteAsk(identity)
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
  { error, needsPerson, unseen }: { readonly error: unknown } & Pick<Learnt, 'needsPerson' | 'unseen'>,
): void {
  const at = ports.clock.now()
  // The file comes first: until it is looked at, what else is wrong concerns whoever waits for the keys alone.
  const needed = error instanceof PersonNeeded ? error.ask : null
  const ask = unseen ?? needed
  if (ask !== null) {
    failures.failed(identity, error, needed === null ? after(at, backoff(1, ports.random())) : null)
    book.apply(identity.name, { kind: 'person-needed', at, ask })
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
