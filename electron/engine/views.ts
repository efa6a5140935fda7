import type { Instant } from '#core/base/time'
import type { IdentityName } from '#core/identity/identity'
import type { SnapshotChanges } from '#core/snapshot/changes'
import { nextTurn } from '#core/snapshot/next-turn'
import { parentsOf, projectView, type ViewContext } from '#core/snapshot/project'
import type { HeldView, IdentityView } from '#core/snapshot/snapshot'
import type { TrialView } from '#core/snapshot/trial'
import type { Book } from './book.ts'
import { createDeadlines } from '#core/refresh/deadlines'
import { policyOf } from './policy.ts'

/** What people may see of each identity, made anew only for those that changed. An equal view is the same object. */
export interface Views {
  /** Something about this identity changed; `null`: something about all. */
  look(name: IdentityName | null): void
  list(now: Instant): readonly IdentityView[]
  /** New and changed views since this was last asked for, and the order where it is another one. */
  news(now: Instant): Pick<SnapshotChanges, 'views' | 'order'>
}

interface Parts {
  readonly book: Book
  readonly enteredKeys: (name: IdentityName) => IdentityView['enteredKeys']
  readonly held: (name: IdentityName) => HeldView | null
  readonly trial: (name: IdentityName) => TrialView | null
  readonly surroundings: () => Omit<ViewContext, 'parents' | 'now'>
}

export function createViews(parts: Parts): Views {
  return new KeptViews(parts)
}

/** Guards that every change is told exactly once, however often somebody has looked at the whole in between. */
class KeptViews implements Views {
  readonly #parts: Parts
  /** When a view turns into another one by time alone. */
  readonly #turns = createDeadlines<IdentityName>()
  readonly #changed = new Set<IdentityName>()
  readonly #news = new Map<IdentityName, IdentityView>()
  #views = new Map<IdentityName, IdentityView>()
  #list: readonly IdentityView[] | null = null
  #parents: ViewContext['parents'] = new Map()
  #all = true
  #isReordered = true

  constructor(parts: Parts) {
    this.#parts = parts
  }

  look(name: IdentityName | null): void {
    if (name === null) this.#all = true
    else this.#changed.add(name)
  }

  list(now: Instant): readonly IdentityView[] {
    this.#catchUp(now)
    this.#list ??= [...this.#views.values()]
    return this.#list
  }

  news(now: Instant): Pick<SnapshotChanges, 'views' | 'order'> {
    this.#catchUp(now)
    const news = { views: [...this.#news.values()], order: this.#isReordered ? [...this.#views.keys()] : null }
    this.#news.clear()
    this.#isReordered = false
    return news
  }

  #catchUp(now: Instant): void {
    const names = [...this.#changed, ...this.#turns.takeDue(now)]
    this.#changed.clear()
    if (this.#all) this.#lookAtAll(now)
    else for (const name of new Set(names)) this.#lookAt(name, this.#context(now))
    this.#all = false
  }

  #lookAtAll(now: Instant): void {
    const { book } = this.#parts
    const before = this.#views
    const names = book.names()
    this.#turns.clear()
    this.#parents = parentsOf(book.entries())
    // In the order of the configuration, and without those that left.
    this.#views = new Map(names.flatMap((name) => pair(name, before.get(name))))
    for (const name of names) this.#lookAt(name, this.#context(now))
    for (const name of this.#news.keys()) if (!this.#views.has(name)) this.#news.delete(name)
    if (!isSameOrder([...before.keys()], names)) this.#reorder(names)
  }

  #reorder(names: readonly IdentityName[]): void {
    const views = this.#views
    this.#views = new Map(names.flatMap((name) => pair(name, views.get(name))))
    this.#list = null
    this.#isReordered = true
  }

  #lookAt(name: IdentityName, context: ViewContext): void {
    const entry = this.#parts.book.find(name)
    if (entry === null) return
    this.#turns.set(name, nextTurn(entry.status, context))
    const { enteredKeys, held, trial } = this.#parts
    const known = {
      ...entry,
      policy: policyOf(entry.identity),
      enteredKeys: enteredKeys(name),
      held: held(name),
      trial: trial(name),
    }
    const view = projectView(known, context)
    // An equal view is the same object, and no news.
    if (sameData(this.#views.get(name), view)) return
    this.#views.set(name, view)
    this.#news.set(name, view)
    this.#list = null
  }

  #context(now: Instant): ViewContext {
    return { ...this.#parts.surroundings(), parents: this.#parents, now }
  }
}

const pair = (name: IdentityName, view: IdentityView | undefined): readonly (readonly [IdentityName, IdentityView])[] =>
  view === undefined ? [] : [[name, view]]

const isSameOrder = (before: readonly IdentityName[], after: readonly IdentityName[]): boolean =>
  before.length === after.length && after.every((name, at) => name === before[at])

/** Plain data that says the same. */
function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))]
  return one.length === other.size && one.every(([key, value]) => other.has(key) && sameData(value, other.get(key)))
}
