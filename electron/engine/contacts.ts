import type { Instant } from '#core/base/time'
import type { Contact, ContactQuestion, ContactReport } from '#core/contacts/contact'
import { type ContactFact, noted } from '#core/contacts/noted'

/** What came of a question that left: any answer at all, or none. */
export type ContactEnd = Exclude<ContactFact, 'asked'>

/**
 * Whom Credtray itself has asked, noted where each question leaves. In memory only: on a disk it would be a list of a
 * person's days that nobody asked for. `tests/house/network.test.ts` sees to it that nothing leaves past it.
 */
export interface Contacts {
  /** Call it before the question leaves, and what it returns once it is known what came of it. */
  ask(question: ContactQuestion): (end: ContactEnd) => void
  /** The same around work that resolves when it was answered and rejects when it was not. */
  during<T>(question: ContactQuestion, work: () => Promise<T>): Promise<T>
  report(): ContactReport
}

export function createContacts(now: () => Instant): Contacts {
  const since = now()
  let contacts: readonly Contact[] = []
  const note = (question: ContactQuestion, fact: ContactFact): void => {
    contacts = noted(contacts, question, { fact, at: now() })
  }
  const ask: Contacts['ask'] = (question) => {
    note(question, 'asked')
    return (end) => note(question, end)
  }
  return {
    ask,
    async during(question, work) {
      const end = ask(question)
      try {
        const answer = await work()
        end('answered')
        return answer
      } catch (error) {
        end('unanswered')
        throw error
      }
    },
    report: () => ({ since, contacts }),
  }
}
