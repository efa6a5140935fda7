import type { IdentityName } from '#core/identity/identity'
import type { Book, Entry } from './book.ts'
import { createBreaker } from './breaker.ts'
import type { Chronicle } from './chronicle.ts'
import type { Clock, Network } from './ports.ts'
import type { Renewer } from './renewer.ts'
import type { Duties } from './scheduler.ts'
import type { Safety } from './safety.ts'
import type { Sections } from './sections.ts'

interface Parts {
  readonly book: Book
  readonly clock: Clock
  readonly network: Network
  readonly renewer: Renewer
  readonly sections: Sections
  readonly chronicle: Chronicle
  readonly safety: Safety
}

/** What is done when a moment comes and no person has asked for it. */
export function createDuties(parts: Parts, leapt: Duties['leapt']): Duties {
  const { book, renewer, sections, chronicle } = parts
  const breaker = createBreaker(parts)

  function renewAlone(name: IdentityName): void {
    if (renewer.isRunning(name)) return
    // A failure is in the book by then; there is nobody else to tell.
    void renewer.renew(name, { person: null, write: false }).catch(() => undefined)
  }

  async function expire(entry: Entry): Promise<void> {
    const { identity, written } = entry
    await sections.expire(entry)
    if (book.find(identity.name)?.written === null) chronicle.ended(identity, written?.expiresAt ?? null)
  }

  return {
    renew: (entry) => breaker.pass(entry, () => renewAlone(entry.identity.name)),
    expire: (entry) => void expire(entry),
    safetyEnd: parts.safety.endOf,
    endForSafety: parts.safety.end,
    leapt(leap) {
      parts.safety.leapt(leap)
      leapt(leap)
    },
  }
}
