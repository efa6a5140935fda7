import type { Contact, ContactReport, Purpose } from './contact.ts'

/** What it was asked for, to be read after the host. */
export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  'assume-role': 'to assume a role',
  'open-session': 'to open a session',
  'who-am-i': 'to hear whose keys these are',
  console: 'to sign in to the AWS console',
  clock: 'what time it is there, without keys',
  'look-up': 'its name was looked up, nothing was sent',
  updates: 'for a new version',
}

export const NOBODY_ASKED = 'Nobody was asked yet.'

/** "3 times, each answered", "once, no answer", "5 times, 2 without an answer". */
export function countWords({ times, answered, unanswered }: Contact): string {
  const often = times === 1 ? 'once' : `${times} times`
  if (unanswered > 0) return unanswered === times ? `${often}, no answer` : `${often}, ${unanswered} without an answer`
  if (answered < times) return `${often}, ${answered === 0 ? 'on its way' : `${times - answered} on the way`}`
  return times === 1 ? 'once, answered' : `${often}, each answered`
}

/** A line a host, for text. */
export function contactLines({ contacts }: ContactReport): readonly string[] {
  if (contacts.length === 0) return [NOBODY_ASKED]
  return contacts.map((contact) => {
    const through = contact.proxy === null ? '' : `, through ${contact.proxy}`
    return `${contact.host}: ${PURPOSE_WORDS[contact.purpose]}; ${countWords(contact)}${through}`
  })
}
