import { problemOf } from '#core/base/problem'
import type { Instant } from '#core/base/time'
import type { Obtained } from '#core/credentials/credentials'
import type { Identity, ProfileName } from '#core/identity/identity'
import { type HistoryEntry, historyOf } from '#core/session/history'
import type { SessionEvent } from '#core/session/status'
import type { Entry } from './book.ts'
import type { Clock, History, Leap } from './ports.ts'

/** Writes down what happens, each fact where it is known. */
export interface Chronicle {
  told(before: Entry, event: SessionEvent): void
  /** Of an inactive identity the book hears nothing: its renewal is followed here. */
  around(identity: Identity, renewal: Promise<Obtained>): Promise<Obtained>
  pulled(identity: Identity, expiresAt: Instant | null, by: string | null): void
  ended(identity: Identity, at: Instant | null): void
  /** On request: at quit, lock or idle, or in panic. */
  removed(profile: ProfileName, why: string): void
  started(): void
  stopped(): void
  /** Known only afterwards. */
  slept(leap: Leap): void
}

const NOTHING = { identity: null, profile: null, expiresAt: null, code: null, message: null, by: null }

export function createChronicle(history: History, clock: Clock): Chronicle {
  const note = (facts: Pick<HistoryEntry, 'what'> & Partial<HistoryEntry>): void =>
    history.note({ ...NOTHING, at: clock.now(), ...facts })
  const of = ({ name, profile }: Identity) => ({ identity: name, profile })

  return {
    told({ identity }, event) {
      const fact = historyOf(event)
      if (fact !== null) note({ ...of(identity), ...fact })
    },
    async around(identity, renewal) {
      try {
        const obtained = await renewal
        note({ ...of(identity), what: 'renewed', expiresAt: obtained.credentials.expiresAt })
        return obtained
      } catch (error) {
        const { code, message } = problemOf(error)
        note({ ...of(identity), what: 'failed', code, message })
        throw error
      }
    },
    pulled: (identity, expiresAt, by) => note({ ...of(identity), what: 'pulled', expiresAt, by }),
    ended: (identity, at) => note({ ...of(identity), what: 'ended', expiresAt: at }),
    removed: (profile, why) => note({ what: 'removed', profile, code: why }),
    started: () => note({ what: 'started' }),
    stopped: () => note({ what: 'stopped' }),
    slept({ from, to }) {
      note({ what: 'slept', at: from })
      note({ what: 'woke', at: to })
    },
  }
}
