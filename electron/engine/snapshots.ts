import type { Checkup } from '#core/doctor/checkup'
import type { IdentityName } from '#core/identity/identity'
import type { Fault } from '#core/snapshot/fault'
import { restBetween, type SnapshotChanges } from '#core/snapshot/changes'
import type { HeldView, Snapshot } from '#core/snapshot/snapshot'
import type { Surroundings } from '#core/snapshot/summary'
import type { Book } from './book.ts'
import type { Desk } from './desk.ts'
import type { Ports } from './ports.ts'
import type { Sections } from './sections.ts'
import type { Trials } from './trials.ts'
import type { Held, Vault } from './vault.ts'
import { createViews } from './views.ts'

/** All that people may know, as of now. What did not change is the same object as before. */
export interface Snapshots {
  /** Something about this identity changed; `null`: something about all. */
  look(name: IdentityName | null): void
  take(): Snapshot
  /** Somebody has looked at the AWS files. */
  checkedUp(checkup: Checkup): void
  /** What is new since this was last asked for; at first, everything. Costs what changed. */
  news(): SnapshotChanges
}

interface Parts {
  readonly book: Book
  readonly vault: Pick<Vault, 'session'>
  readonly desk: Desk
  readonly ports: Pick<Ports, 'clock' | 'keys' | 'profiles' | 'settings'>
  readonly sections: Pick<Sections, 'latestChange'>
  readonly trials: Pick<Trials, 'of'>
  /** Nothing is renewed: the person wants it so, or is away. */
  readonly isResting: () => boolean
  /** `null`: nothing is known to be broken. */
  readonly fault: () => Fault | null
  /** False: the command line looks, and goes. */
  readonly isRunning: () => boolean
}

export function createSnapshots(parts: Parts): Snapshots {
  const { book, vault, desk, ports, isResting, isRunning } = parts
  const views = createViews({
    book,
    enteredKeys: (name) => ports.keys.holds(name),
    trial: (name) => parts.trials.of(name),
    held: (name) => heldView(vault.session(name)),
    surroundings: () => ({
      config: desk.reading().config,
      settings: ports.settings.current(),
      paused: isResting(),
      running: isRunning() && parts.fault() !== 'stopped',
    }),
  })
  let told: Surroundings | null = null
  let checkup: Checkup | null = null

  const around = () => aroundNow(parts, checkup)

  return {
    look: (name) => views.look(name),
    checkedUp: (found) => void (checkup = found),
    take() {
      const rest = around()
      return { ...rest, identities: views.list(rest.takenAt) }
    },
    news() {
      const now = around()
      const rest = told === null ? now : restBetween(told, now)
      told = now
      return { ...views.news(now.takenAt), rest, takenAt: now.takenAt }
    },
  }
}

/** All but the identities. */
function aroundNow(parts: Parts, checkup: Checkup | null): Surroundings {
  const { desk, ports, sections, isResting } = parts
  const { config, asWritten, source, trust } = desk.reading()
  const change = sections.latestChange()
  const fault = parts.fault()
  return {
    takenAt: ports.clock.now(),
    configProblems: config.problems,
    configNotes: config.notes,
    config: source,
    trust,
    credentialsFile: ports.profiles.credentialsFile,
    paused: isResting(),
    notify: config.notify,
    asWritten,
    settings: ports.settings.current(),
    ...(change === null ? {} : { fileChange: change }),
    ...(checkup === null ? {} : { checkup }),
    ...(fault === null ? {} : { fault }),
  }
}

/** Its life alone: what it is stays in the vault. */
const heldView = (held: Held | null): HeldView | null =>
  held === null ? null : { since: held.since, expiresAt: held.credentials.expiresAt }
