import { type Contacts, createContacts } from '#engine/contacts'
import { systemClock } from '#host/clock'

/** A list of hosts that nobody else writes into. */
export const ownContacts = (): Contacts => createContacts(systemClock.now)
