import type { Instant } from '../base/time.ts'
import type { Contact, ContactQuestion } from './contact.ts'

/** What happens to a question. */
export type ContactFact = 'asked' | 'answered' | 'unanswered'

/** The list with one fact more. The same host, for the same thing and by the same road, stands there once. */
export function noted(
  contacts: readonly Contact[],
  question: ContactQuestion,
  { fact, at }: { readonly fact: ContactFact; readonly at: Instant },
): readonly Contact[] {
  const before = contacts.find((each) => isSame(each, question))
  if (before === undefined) return fact === 'asked' ? [...contacts, first(question, at)] : contacts
  const after = withFact(before, fact, at)
  return contacts.map((each) => (each === before ? after : each))
}

const isSame = (one: ContactQuestion, other: ContactQuestion): boolean =>
  one.host === other.host && one.purpose === other.purpose && one.proxy === other.proxy

const first = ({ host, purpose, proxy }: ContactQuestion, at: Instant): Contact => ({
  host,
  purpose,
  proxy,
  times: 1,
  firstAt: at,
  lastAt: at,
  answered: 0,
  unanswered: 0,
})

function withFact(contact: Contact, fact: ContactFact, at: Instant): Contact {
  if (fact === 'asked') return { ...contact, times: contact.times + 1, lastAt: at }
  return { ...contact, [fact]: contact[fact] + 1 }
}
