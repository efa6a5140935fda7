import type { Obtained } from '#core/credentials/credentials'
import type { IdentityName } from '#core/identity/identity'
import { type Book, entryOf } from './book.ts'
import type { Chronicle } from './chronicle.ts'
import type { Clock } from './ports.ts'
import type { Renewer } from './renewer.ts'
import type { Sections } from './sections.ts'

/** What a person asks of one session. Everything fails with a ProblemError. */
export interface SessionOrders {
  activate(name: IdentityName): Promise<void>
  deactivate(name: IdentityName): Promise<void>
  refresh(name: IdentityName, mfaCode: string | null): Promise<Obtained>
}

interface Parts {
  readonly book: Book
  readonly sections: Sections
  readonly renewer: Renewer
  readonly chronicle: Chronicle
  readonly clock: Clock
}

export function createSessionOrders({ book, sections, renewer, chronicle, clock }: Parts): SessionOrders {
  return {
    async activate(name) {
      const { status } = entryOf(book, name)
      if (status.kind !== 'inactive') return
      book.apply(name, { kind: 'activated' })
      book.note(name, { activeSince: clock.now() })
      await renewer.renew(name, { person: { mfaCode: null }, write: false })
    },

    async deactivate(name) {
      const entry = entryOf(book, name)
      book.apply(name, { kind: 'deactivated' })
      book.note(name, { warnings: [], activeSince: null })
      if (entry.status.kind !== 'inactive') renewer.drop(name)
      await sections.clear(entry)
    },

    async refresh(name, mfaCode) {
      const { identity, status } = entryOf(book, name)
      const renewal = renewer.renew(name, { person: { mfaCode }, write: true })
      return status.kind === 'inactive' ? chronicle.around(identity, renewal) : renewal
    },
  }
}
