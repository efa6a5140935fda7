import { type Problem, problemOf } from '#core/base/problem'
import type { Duration } from '#core/base/time'
import type { EndPolicy } from '#core/config/config'
import type { Removal } from '#core/snapshot/removal'
import type { ProfileName } from '#core/identity/identity'
import type { Book } from './book.ts'
import type { Chronicle } from './chronicle.ts'
import type { Desk } from './desk.ts'
import type { Ports } from './ports.ts'
import type { Renewer } from './renewer.ts'
import type { Trials } from './trials.ts'
import type { Vault } from './vault.ts'

export type EndReason = 'quit' | 'lock' | 'idle'

/** Takes our keys away before their time. */
export interface Ending {
  /** Where the person chose so for this occasion. The wishes stay; nothing is renewed until `welcome`. */
  end(why: EndReason): Promise<Removal>
  /** The person is back: what they want active is obtained again. */
  welcome(): void
  /** After so long without a person `end('idle')` is due. `null`: never. */
  idleLimit(): Duration | null
  isResting(): boolean
  /** Now, and every wish with them. */
  panic(): Promise<Removal>
}

interface Parts {
  readonly book: Book
  readonly vault: Vault
  readonly ports: Ports
  readonly renewer: Renewer
  readonly trials: Pick<Trials, 'endAll'>
  readonly desk: Desk
  readonly chronicle: Chronicle
  readonly signal: AbortSignal
  readonly wake: () => void
}

export function createEnding(parts: Parts): Ending {
  const { book, desk, chronicle } = parts
  let resting = false

  async function remove(why: EndReason | 'panic'): Promise<Removal> {
    const removal = await removeEverything(parts)
    for (const profile of removal.removed) chronicle.removed(profile, why)
    return removal
  }

  return {
    async end(why) {
      if (resting || !isChosen(why, desk.reading().config.end)) return { removed: [], failed: [], forgotten: 0 }
      resting = true
      const wished = book.entries().filter(({ status }) => status.kind !== 'inactive')
      const removal = await remove(why)
      for (const { identity } of wished) book.apply(identity.name, { kind: 'activated' })
      return removal
    },
    welcome() {
      if (!resting) return
      resting = false
      parts.wake()
    },
    idleLimit: () => desk.reading().config.end?.idle ?? null,
    isResting: () => resting,
    panic() {
      desk.recall([])
      return remove('panic')
    },
  }
}

function isChosen(why: EndReason, policy: EndPolicy | undefined): boolean {
  switch (why) {
    case 'quit':
      return policy?.onQuit === 'remove'
    case 'lock':
      return policy?.onLock === 'remove'
    case 'idle':
      return policy?.idle !== undefined && policy.idle !== null
  }
}

/**
 * Takes every key of ours out of the file and out of memory, whoever is active: also sections with our mark that no
 * identity names any more. Every identity is inactive then.
 */
async function removeEverything(parts: Parts): Promise<Removal> {
  const { book, vault, renewer, trials } = parts
  const forgotten = vault.size()
  const known = book.entries().flatMap(({ written }) => (written === null ? [] : [written.profile]))
  for (const name of book.names()) {
    book.apply(name, { kind: 'deactivated' })
    if (book.find(name)?.written) book.note(name, { written: null, warnings: [] })
    if (renewer.isRunning(name)) renewer.cancel(name)
  }
  vault.clear()
  const first = await removeSections(known, parts)
  // A run that had come as far as its write has ended by then, and may have put a section back.
  await Promise.all([renewer.idle(), trials.endAll()])
  vault.clear()
  const second = await removeSections([], parts)
  const removed = [...new Set([...first.removed, ...second.removed])]
  const failed = [...first.failed, ...second.failed].filter(({ profile }) => !second.removed.includes(profile))
  return { removed, failed: uniqueBy(failed), forgotten }
}

async function removeSections(known: readonly ProfileName[], { ports, signal }: Parts) {
  // A file that cannot be listed cannot be emptied either, and that is told of each profile we know of.
  const managed = await ports.profiles.managed().catch(() => [])
  const profiles = [...new Set([...known, ...managed])]
  const ends = await Promise.all(profiles.map((profile) => removeOne(profile, ports, signal)))
  return {
    removed: profiles.filter((_profile, at) => ends[at] === null),
    failed: profiles.flatMap((profile, at) => {
      const problem = ends[at] ?? null
      return problem === null ? [] : [{ profile, problem }]
    }),
  }
}

/** `null`: it is gone. */
async function removeOne(profile: ProfileName, ports: Ports, signal: AbortSignal): Promise<Problem | null> {
  try {
    await ports.profiles.remove(profile, signal)
    return null
  } catch (error) {
    return problemOf(error)
  }
}

const uniqueBy = (failed: Removal['failed']): Removal['failed'] => [
  ...new Map(failed.map((one) => [one.profile, one])).values(),
]
