import { type Problem, problemOf } from '#core/base/problem'
import type { Obtained } from '#core/credentials/credentials'
import { accountOfArn, expectationOf, meets } from '#core/identity/caller'
import type { Identity, IdentityName } from '#core/identity/identity'
import type { TrialHop, TrialOutcome, TrialView } from '#core/snapshot/trial'
import { type Book, entryOf } from './book.ts'
import { callerOf } from './caller-of.ts'
import { createCodeBook } from './code-book.ts'
import { followRun } from './follow-run.ts'
import { knownArn } from './known-arn.ts'
import { obtain } from './obtain.ts'
import type { ParentSession } from './obtain-role.ts'
import { PersonNeeded } from './person.ts'
import type { Ports } from './ports.ts'
import type { SignIns } from './sign-ins.ts'
import type { Vault } from './vault.ts'

interface Trial {
  readonly book: Pick<Book, 'find' | 'entries'>
  /** Sessions that are held are signed with, and nothing is put there. */
  readonly vault: Pick<Vault, 'fresh'>
  readonly ports: Pick<Ports, 'clock' | 'processes' | 'tokens' | 'keys' | 'identityCheck'>
  readonly signIns: SignIns
  readonly signal: AbortSignal
  readonly onStderr: (text: string) => void
  readonly note: (facts: Pick<TrialView, 'run'> | Pick<TrialView, 'hops'>) => void
  readonly hops: () => readonly TrialHop[]
}

/** Obtains what a refresh would, looks at it, and lets go of it. Never throws. */
export async function trialOutcome(identity: Identity, trial: Trial): Promise<TrialOutcome> {
  let failedAt: IdentityName | null = null
  const hop = async (one: Identity): Promise<Obtained> => {
    try {
      return await obtainOne(one, { ...trial, hop })
    } catch (error) {
      // The innermost is the one whose command or call it was.
      failedAt ??= one.name
      throw error
    }
  }
  try {
    const obtained = await hop(identity)
    return { kind: 'good', ...factsOf(obtained), ...(await whoseKeys(identity, obtained, trial)) }
  } catch (error) {
    return { kind: 'bad', problem: told(error), at: failedAt ?? identity.name }
  }
}

interface Hopping extends Trial {
  readonly hop: (identity: Identity) => Promise<Obtained>
}

async function obtainOne(identity: Identity, trial: Hopping): Promise<Obtained> {
  const { name } = identity
  const run = followRun(identity, trial.ports.clock, (view) => trial.note({ run: { ...view, of: name } }))
  const obtained = await obtain(
    {
      identity,
      // Whoever tries something sits there, so a browser may open. A code is another matter: see `told`.
      person: { mfaCode: null },
      signal: trial.signal,
      parent: (parent, held) => parentOf(parent, held, trial),
      shared: () => null,
      onCodeWorked: () => undefined,
      onStart: run.onStart,
      onStderr(text) {
        run.onStderr(text)
        trial.onStderr(text)
      },
      onRun: run.onRun,
    },
    { ...trial.ports, codes: createCodeBook(), signIns: trial.signIns },
  )
  noteHop({ name, how: 'new' }, trial)
  return obtained
}

/** The session that is held does where it is not due; one that AWS refused is obtained anew, and left where it is. */
async function parentOf(name: IdentityName, held: 'trusted' | 'refused', trial: Hopping): Promise<ParentSession> {
  const { book, vault, ports } = trial
  const entry = entryOf(book, name)
  const session = held === 'trusted' ? vault.fresh(name, entry.identity.refresh.lead, ports.clock.now()) : null
  if (session === null) {
    const { credentials, arn } = await trial.hop(entry.identity)
    return { credentials, arn: arn ?? knownArn({ identity: entry.identity, arn: null }) }
  }
  noteHop({ name, how: 'held' }, trial)
  return { credentials: session, arn: knownArn(entry) }
}

function noteHop(hop: TrialHop, { note, hops }: Trial): void {
  note({ hops: [...hops().filter(({ name }) => name !== hop.name), hop] })
}

type Good = TrialOutcome & { readonly kind: 'good' }

const factsOf = ({ credentials, warnings }: Obtained): Pick<Good, 'expiresAt' | 'warnings'> => ({
  expiresAt: credentials.expiresAt,
  warnings,
})

type Whose = Pick<Good, 'account' | 'arn' | 'arnProblem' | 'isExpected'>

/** AWS is asked as after a renewal. What keeps it from answering is told, and spoils nothing. */
async function whoseKeys(identity: Identity, obtained: Obtained, trial: Trial): Promise<Whose> {
  const { credentials, arn } = obtained
  const { ports, signal } = trial
  if (arn !== undefined) return judged(identity, { arn, account: accountOfArn(arn), arnProblem: null })
  const unknown = { arn: null, account: credentials.accountId }
  if (ports.identityCheck === 'off') return judged(identity, { ...unknown, arnProblem: null })
  try {
    const caller = await ports.tokens.getCallerIdentity(callerOf(identity, credentials), signal)
    return judged(identity, { ...caller, arnProblem: null })
  } catch (error) {
    signal.throwIfAborted()
    return judged(identity, { ...unknown, arnProblem: problemOf(error) })
  }
}

function judged(identity: Identity, whose: Omit<Whose, 'isExpected'>): Whose {
  const { arn, account } = whose
  const expected = expectationOf(identity)
  if (expected === null || account === null) return { ...whose, isExpected: true }
  // Without an ARN there is still the account that a helper prints.
  const asked = arn === null ? { ...expected, role: null } : expected
  return { ...whose, isExpected: meets(asked, { arn: arn ?? '', account }) }
}

/** AWS takes a code once: one for keys that are dropped would be wasted, and the next thirty seconds with it. */
function told(error: unknown): Problem {
  if (!(error instanceof PersonNeeded) || error.ask.kind !== 'mfa-code') return problemOf(error)
  return {
    code: 'session/needs-person',
    message: `${error.ask.identity} needs a code of its MFA device, and a trial asks for none: each works once.`,
    hint: `Activate or refresh ${error.ask.identity}. While its session is held, what begins with it can be tried.`,
  }
}
