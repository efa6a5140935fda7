import { problemOf } from '#core/base/problem'
import type { Obtained, SessionCredentials } from '#core/credentials/credentials'
import { accountOfArn, type CallerIdentity } from '#core/identity/caller'
import type { Identity } from '#core/identity/identity'
import type { Book } from './book.ts'
import { callerOf } from './caller-of.ts'
import type { Ports } from './ports.ts'
import { keyIdOf } from './same-device.ts'
import { createStops } from './stops.ts'
import type { Vault } from './vault.ts'
import { withVerdict } from './verdict.ts'

/** Finds out whose session an identity holds, and whether it is whose it should be. Holds nothing up. */
export interface WhoAmI {
  /** Call after each renewal. What it finds goes into the book; what goes wrong is noted there, and no more. */
  look(identity: Identity, obtained: Obtained): void
  /** Resolves once nobody is being asked any more. */
  idle(): Promise<void>
}

interface Parts {
  readonly book: Book
  readonly vault: Vault
  readonly ports: Ports
  readonly signal: AbortSignal
}

export function createWhoAmI(parts: Parts): WhoAmI {
  const { book, vault, ports, signal } = parts
  const known = new Map<string, CallerIdentity & { readonly keyId: string }>()
  const pending = new Set<Promise<void>>()
  const stops = createStops<object>(signal)

  async function ask(identity: Identity, credentials: SessionCredentials): Promise<void> {
    const { slot, keyId } = seatOf(identity, credentials, ports)
    try {
      const caller = await stops.within({}, (each) =>
        ports.tokens.getCallerIdentity(callerOf(identity, credentials), each),
      )
      known.set(slot, { ...caller, keyId })
      if (vault.held(identity.name) === credentials) conclude(identity, caller)
    } catch (error) {
      if (!signal.aborted) book.note(identity.name, { arn: null, arnProblem: problemOf(error) })
    }
  }

  function conclude({ name }: Identity, caller: CallerIdentity): void {
    const entry = book.find(name)
    if (entry === null) return
    const warnings = withVerdict(entry.warnings, entry.identity, caller)
    book.note(name, { account: caller.account, arn: caller.arn, arnProblem: null, warnings })
  }

  return {
    look(identity, { credentials, arn }) {
      const account = arn === undefined ? null : accountOfArn(arn)
      if (arn !== undefined && account !== null) return conclude(identity, { arn, account })
      if (ports.identityCheck === 'off') return judgeByAccount(identity, credentials, book)
      const { slot, keyId } = seatOf(identity, credentials, ports)
      const before = known.get(slot)
      if (before !== undefined && before.keyId === keyId) return conclude(identity, before)
      const asking = ask(identity, credentials).finally(() => pending.delete(asking))
      pending.add(asking)
    },
    async idle() {
      while (pending.size > 0) await Promise.allSettled(pending)
    },
  }
}

/** Without asking anybody there is still the account that a helper prints. */
function judgeByAccount(identity: Identity, { accountId }: SessionCredentials, book: Book): void {
  const warnings = book.find(identity.name)?.warnings ?? []
  book.note(identity.name, { warnings: withVerdict(warnings, identity, { arn: null, account: accountId }) })
}

/** A user's sessions are all of the same user; a helper may come back as anybody. */
function seatOf(identity: Identity, credentials: SessionCredentials, { keys }: Ports) {
  const longLived = keyIdOf(identity, keys)
  return longLived === null
    ? { slot: `session of ${identity.name}`, keyId: credentials.accessKeyId }
    : { slot: `user ${longLived}`, keyId: longLived }
}
