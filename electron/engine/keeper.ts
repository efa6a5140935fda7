import type { IdentityName } from '#core/identity/identity'
import type { Remembered, RememberedSession } from '#core/session/remembered'
import type { Book, Entry } from './book.ts'
import type { Memory } from './ports.ts'
import { remembered, rememberedSession } from './remember.ts'

/** Keeps for the next start what is worth it: at each change, and while a save is under way only the newest next. */
export interface Keeper {
  look(name: IdentityName | null): void
  /** Saves where something worth it has changed. */
  save(): void
  /** Resolves once the last save is done or has failed. */
  settled(): Promise<void>
  /** This is what an earlier start has left: it needs no saving. */
  found(memory: Remembered): void
  /** Nothing is saved until `unmute`, and what is so by then counts as saved. */
  mute(): void
  unmute(): void
}

interface Parts {
  readonly book: Book
  readonly memory: Memory
  /** What belongs to no entry of the book. */
  readonly rest: () => { readonly dormant: readonly RememberedSession[]; readonly paused: boolean }
}

export function createKeeper(parts: Parts): Keeper {
  return new OneSave(parts)
}

/** Guards that the newest state is what the memory ends with, however many changes come at once. */
class OneSave implements Keeper {
  readonly #parts: Parts
  readonly #marks = new Map<IdentityName, Mark>()
  /** Something about all of them; else only these. */
  #all = false
  readonly #names = new Set<IdentityName>()
  #queued = false
  #muted = false
  #lastSaved = ''
  /** A save has failed: what was noted since hangs in the air. */
  #unsaved = false
  #saving: Promise<void> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  look(name: IdentityName | null): void {
    const entry = name === null ? null : this.#parts.book.find(name)
    const mark = entry === null ? null : markOf(entry)
    if (name === null || mark === null) {
      this.#all = true
      return
    }
    if (sameMark(this.#marks.get(name), mark)) return
    this.#marks.set(name, mark)
    this.#names.add(name)
  }

  save(): void {
    if (this.#muted || this.#queued) return
    if (!this.#all && this.#names.size === 0) return
    this.#queued = true
    this.#saving = this.#saving.then(() => this.#saveNow())
  }

  settled(): Promise<void> {
    return this.#saving
  }

  found(memory: Remembered): void {
    this.#lastSaved = JSON.stringify(memory)
  }

  mute(): void {
    this.#muted = true
  }

  unmute(): void {
    this.found(this.#memorable())
    this.#muted = false
  }

  async #saveNow(): Promise<void> {
    this.#queued = false
    const names = [...this.#names]
    const all = this.#all
    this.#names.clear()
    this.#all = false
    try {
      await (all ? this.#saveAll() : this.#note(names))
    } catch {
      // A data folder that is full or read-only stops no renewal; with the next change all is saved again.
      this.#lastSaved = ''
      this.#unsaved = true
    }
  }

  async #saveAll(): Promise<void> {
    const now = this.#memorable()
    const text = JSON.stringify(now)
    if (text === this.#lastSaved) return
    await this.#parts.memory.save(now)
    this.#lastSaved = text
    this.#unsaved = false
  }

  async #note(names: readonly IdentityName[]): Promise<void> {
    if (this.#unsaved) return this.#saveAll()
    const { book, memory } = this.#parts
    this.#lastSaved = ''
    await memory.note(names.map((name) => ({ name, session: sessionIn(book, name) })))
  }

  #memorable(): Remembered {
    const { dormant, paused } = this.#parts.rest()
    return remembered(this.#parts.book, dormant, paused)
  }
}

function sessionIn(book: Book, name: IdentityName): RememberedSession | null {
  const entry = book.find(name)
  return entry === null ? null : rememberedSession(entry)
}

/** All that is remembered of an entry hangs on these: a renewal under way is not worth a write. */
interface Mark {
  readonly isActive: boolean
  readonly written: Entry['written']
  readonly activeSince: Entry['activeSince']
  /** Comes some moments after the keys. */
  readonly arn: Entry['arn']
  readonly account: Entry['account']
}

const markOf = ({ status, written, activeSince, arn, account }: Entry): Mark => ({
  isActive: status.kind !== 'inactive',
  written,
  activeSince,
  arn,
  account,
})

const sameMark = (a: Mark | undefined, b: Mark): boolean =>
  a?.isActive === b.isActive &&
  a.written === b.written &&
  a.activeSince === b.activeSince &&
  a.arn === b.arn &&
  a.account === b.account
