import { type Problem, ProblemError } from '#core/base/problem'
import { between } from '#core/base/time'
import type { Identity, IdentityName } from '#core/identity/identity'
import type { TrialView } from '#core/snapshot/trial'
import { type Book, entryOf } from './book.ts'
import type { Ports } from './ports.ts'
import { same } from './reload.ts'
import type { SignIns } from './sign-ins.ts'
import { createSingleFlight } from './single-flight.ts'
import { createStops } from './stops.ts'
import { trialOutcome } from './trial-outcome.ts'
import type { Vault } from './vault.ts'

/**
 * Runs that keep nothing. They go by the same gate, limits and redaction as renewals, and by none of the places where
 * something would stay: not the vault, the profiles, the memory, the history nor the state of an identity.
 */
export interface Trials {
  /**
   * Resolves with what came of it, whatever that is; one under way is joined. Throws where the name is unknown.
   * @param onStderr called with what its command says, redacted
   */
  run(name: IdentityName, onStderr?: (text: string) => void): Promise<TrialView>
  /** Ends one that runs. What an ended one said is forgotten. */
  end(name: IdentityName): void
  /** The one under way, else the last one. `null`: there is none of the identity as it is configured now. */
  of(name: IdentityName): TrialView | null
  /** Ends all of them, and resolves once nothing runs any more. */
  endAll(): Promise<void>
  idle(): Promise<void>
}

interface Parts {
  readonly book: Pick<Book, 'find' | 'entries'>
  readonly vault: Pick<Vault, 'fresh'>
  readonly ports: Pick<Ports, 'clock' | 'processes' | 'tokens' | 'keys' | 'identityCheck'>
  readonly signIns: SignIns
  readonly signal: AbortSignal
  readonly changed: (name: IdentityName) => void
}

interface Kept {
  readonly identity: Identity
  readonly view: TrialView
}

export function createTrials(parts: Parts): Trials {
  const { book, changed } = parts
  const { clock } = parts.ports
  const kept = new Map<IdentityName, Kept>()
  const flights = createSingleFlight<IdentityName, TrialView>()
  const stops = createStops<IdentityName>(parts.signal)

  async function go(identity: Identity, signal: AbortSignal, onStderr: (text: string) => void): Promise<TrialView> {
    const { name } = identity
    let view: TrialView = { startedAt: clock.now(), lasted: null, run: null, hops: [], outcome: null }
    const note = (facts: Partial<TrialView>): void => {
      view = { ...view, ...facts }
      kept.set(name, { identity, view })
      changed(name)
    }
    note({})
    const outcome = await trialOutcome(identity, { ...parts, signal, onStderr, note, hops: () => view.hops })
    note({ outcome, lasted: between(view.startedAt, clock.now()) })
    return view
  }

  return {
    async run(name, onStderr = () => undefined) {
      const { identity } = entryOf(book, name)
      return flights.run(name, () => stops.within(name, (signal) => go(identity, signal, onStderr)))
    },
    end(name) {
      if (flights.isRunning(name)) return stops.end(name, new ProblemError(stopped))
      if (kept.delete(name)) changed(name)
    },
    of(name) {
      const trial = kept.get(name)
      const now = book.find(name)
      return trial === undefined || now === null || !same(trial.identity, now.identity) ? null : trial.view
    },
    async endAll() {
      for (const name of kept.keys()) stops.end(name, new ProblemError(stopped))
      await flights.idle()
    },
    idle: flights.idle,
  }
}

const stopped: Problem = {
  code: 'session/cancelled',
  message: 'You stopped this trial.',
  hint: 'Try again when you want to.',
}
