import { ProblemError } from '#core/base/problem'
import type { IdentityName, ProfileName } from '#core/identity/identity'
import type { FileHistoryView, Undone, WritePreview } from '#core/profile-file/history'
import type { WrittenLines } from '#core/profile-file/written-lines'
import type { SessionStatus } from '#core/session/status'
import { type Book, entryOf } from './book.ts'
import type { Person } from './person.ts'
import type { FileHistory, Ports } from './ports.ts'
import type { Renewer } from './renewer.ts'
import type { Sections } from './sections.ts'

/** What a person can ask about their AWS files. Everything fails with a ProblemError, and then they are as they were. */
export interface FileOrders {
  /** What can be taken back, and the backups. */
  history(): Promise<FileHistoryView>
  /** What a take-over of the identity's profile would change. Nothing is written. */
  previewTakeOver(name: IdentityName): Promise<WritePreview>
  /** What stands in the identity's profile now, secrets masked. */
  writtenLines(name: IdentityName): Promise<WrittenLines>
  /** Makes a section of the person's ours, because they said so: backup, activation, fresh keys. */
  takeOver(name: IdentityName): Promise<void>
  /** The person has seen what the first write would change. Those who wait for that go on. */
  approveFirstWrite(): Promise<void>
  /**
   * What the first write for this identity would change in files that are the person's alone so far, for the command
   * line: it shows that, and its order is the person's word, so nothing is asked any more.
   */
  showFirstWrite(name: IdentityName): Promise<readonly WritePreview[]>
  /** Puts a profile back as it was before us, and ends its being active. `null`: the one that was touched last. */
  undo(profile: ProfileName | null): Promise<Undone>
}

interface Parts {
  readonly book: Book
  readonly ports: Pick<Ports, 'clock' | 'profiles'>
  readonly renewer: Renewer
  readonly sections: Sections
  readonly signal: AbortSignal
}

export function createFileOrders({ book, ports, renewer, sections, signal }: Parts): FileOrders {
  return {
    history: async () => historyOf(ports).list(),
    previewTakeOver: async (name) => historyOf(ports).preview(entryOf(book, name).identity.profile),

    writtenLines: (name) => ports.profiles.show(entryOf(book, name).identity.profile),

    async takeOver(name) {
      sections.agreeToTakeOver(entryOf(book, name).identity.profile)
      book.apply(name, { kind: 'activated' })
      await renewer.renew(name, { person: IN_FRONT, write: true })
    },

    async approveFirstWrite() {
      await sections.approveFirstWrite()
      const waiting = book.entries().filter(({ status }) => isAsked(status))
      await Promise.all(waiting.map(({ identity }) => renewer.renew(identity.name, { person: IN_FRONT, write: false })))
    },

    showFirstWrite: (name) => sections.showFirstWrite(entryOf(book, name).identity),

    async undo(profile) {
      const undone = await historyOf(ports).undo(profile, signal)
      const writers = book.entries().filter(({ identity }) => identity.profile === undone.profile)
      for (const { identity } of writers) {
        book.apply(identity.name, { kind: 'deactivated' })
        book.note(identity.name, { written: null, warnings: [] })
      }
      // A renewal may have been on its way into the file. Where the section is not ours again, nothing happens.
      for (const { identity } of writers) await ports.profiles.remove(identity.profile, signal)
      return undone
    },
  }
}

const IN_FRONT: Person = { mfaCode: null }

const isAsked = (status: SessionStatus): boolean => status.kind === 'needs-you' && status.ask.kind === 'first-write'

function historyOf({ profiles }: Parts['ports']): FileHistory {
  if (profiles.history !== undefined) return profiles.history
  throw new ProblemError({
    code: 'file/nothing-to-undo',
    message: 'No history of the AWS files is kept here.',
    hint: 'Start Credtray with a data folder that it can write to.',
  })
}
