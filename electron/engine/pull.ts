import { ProblemError } from '#core/base/problem'
import { after, halfway, type Instant, later, milliseconds, minutes, seconds } from '#core/base/time'
import type { SessionCredentials } from '#core/credentials/credentials'
import type { IdentityName } from '#core/identity/identity'
import { type Book, entryOf } from './book.ts'
import type { Gate } from './gate.ts'
import type { Clock } from './ports.ts'
import { PersonNeeded } from './person.ts'
import { createPullPauses } from './pull-pauses.ts'
import type { Renewer } from './renewer.ts'
import type { Held, Vault } from './vault.ts'

/** Who wants credentials for a tool. */
export interface Puller {
  /** "terraform (pid 4711)". `null`: it is not known. */
  readonly by: string | null
  /** The identities whose helpers wait for this answer, the outermost first. Most often there is none. */
  readonly inside: readonly IdentityName[]
  /** True: it gives up after a second. Where the renewal takes longer, old keys that are still good are its answer. */
  readonly soon?: boolean
}

export interface Pulls {
  /**
   * Credentials of `name` for a tool, never with less than 15 minutes left where more can be had. However many ask at
   * once, one renewal answers them all. Nothing that needs a person is started.
   */
  pull(name: IdentityName, puller: Puller): Promise<SessionCredentials>
}

interface Parts {
  readonly book: Book
  readonly vault: Vault
  readonly clock: Clock
  readonly renewer: Renewer
  readonly gate: Gate
}

type Wait = readonly [waiting: IdentityName, on: IdentityName]

export function createPulls({ book, vault, clock, renewer, gate }: Parts): Pulls {
  /** Whose helpers wait for whom: a ring in it would wait until the time limits. */
  const waits = new Set<Wait>()

  const pauses = createPullPauses({ book, clock })

  async function fresh(name: IdentityName, soon: boolean): Promise<SessionCredentials> {
    const held = vault.session(name)
    if (held !== null && isPlenty(held, clock.now())) return held.credentials
    // The old ones are the truth until they end.
    const good = held !== null && isGood(held.credentials, clock.now()) ? held.credentials : null
    const failure = pauses.standing(name, good !== null)
    if (failure !== null) return good ?? Promise.reject(failure.error)
    const renewal = renewed(name, good)
    return good !== null && soon ? withPatience(renewal, good, clock) : renewal
  }

  async function renewed(name: IdentityName, good: SessionCredentials | null): Promise<SessionCredentials> {
    const renew = () => renewer.renew(name, { person: null, write: false, lends: true })
    try {
      // A run under way for the profile alone ends where the person has not yet seen the first change of their file.
      const { credentials } = await renew().catch((error) => (isFirstWrite(error) ? renew() : Promise.reject(error)))
      return credentials
    } catch (error) {
      pauses.failed(name, error)
      if (good !== null && isGood(good, clock.now())) return good
      throw error
    }
  }

  return {
    async pull(name, { inside, soon = false }) {
      entryOf(book, name)
      const asker = inside.at(-1)
      if (asker === undefined) return fresh(name, soon)
      if (inside.includes(name) || leadsTo(name, asker, [...waits])) throw new ProblemError(ring(name, asker))
      const wait: Wait = [asker, name]
      waits.add(wait)
      const narrow = gate.widen()
      try {
        return await fresh(name, soon)
      } finally {
        narrow()
        waits.delete(wait)
      }
    },
  }
}

const ENOUGH = minutes(15)

/** Between two runs for one identity, where each grants little more than is enough. */
const CALM = seconds(60)

/** And where it grants so little that half of it is nothing. */
const BREATH = seconds(1)

/** The SDK for JavaScript gives up after a second (credential-provider-http, fromHttp.js: `timeout ?? 1000`). */
const PATIENCE = milliseconds(700)

function isPlenty({ credentials, since }: Held, now: Instant): boolean {
  const { expiresAt } = credentials
  if (expiresAt === null || expiresAt >= after(now, ENOUGH)) return true
  if (expiresAt <= now) return false
  // Where the source grants no more than that, asking again gains nothing in the first half of a life.
  const half = later(halfway(since, expiresAt), after(since, BREATH))
  return now < (expiresAt > after(since, ENOUGH) ? after(since, CALM) : half)
}

const isFirstWrite = (error: unknown): boolean => error instanceof PersonNeeded && error.ask.kind === 'first-write'

const isGood = ({ expiresAt }: SessionCredentials, now: Instant): boolean => expiresAt === null || expiresAt > now

/** The renewal goes on, for whoever asks next. */
async function withPatience<T>(renewal: Promise<T>, otherwise: T, clock: Clock): Promise<T> {
  const over = new AbortController()
  const enough = clock.sleepUntil(after(clock.now(), PATIENCE), over.signal).then(
    () => otherwise,
    () => otherwise,
  )
  try {
    return await Promise.race([renewal, enough])
  } finally {
    over.abort()
  }
}

function leadsTo(from: IdentityName, to: IdentityName, waits: readonly Wait[]): boolean {
  if (from === to) return true
  const rest = waits.filter(([waiting]) => waiting !== from)
  return waits.some(([waiting, on]) => waiting === from && leadsTo(on, to, rest))
}

const ring = (name: IdentityName, asker: IdentityName) =>
  ({
    code: 'process/recursion',
    message: `The command of ${asker} asks Credtray for ${name}, which in turn waits for ${asker}.`,
    hint: `Let the command of ${asker} get its keys from somewhere else than ${name}.`,
  }) as const
