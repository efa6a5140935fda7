import type { Instant } from '#core/base/time'
import type { IdentityName } from '#core/identity/identity'
import { nextTurn } from '#core/snapshot/next-turn'
import { parentsOf, projectView, type ViewContext } from '#core/snapshot/project'
import type { HeldView, IdentityView } from '#core/snapshot/snapshot'
import type { Book } from './book.ts'
import { createDeadlines } from './deadlines.ts'
import { policyOf } from './policy.ts'

/** What people may see of each identity, made anew only for those that changed. An equal view is the same object. */
export interface Views {
  /** Something about this identity changed; `null`: something about all. */
  look(name: IdentityName | null): void
  list(now: Instant): readonly IdentityView[]
}

interface Parts {
  readonly book: Book
  readonly enteredKeys: (name: IdentityName) => IdentityView['enteredKeys']
  readonly held: (name: IdentityName) => HeldView | null
  readonly surroundings: () => Omit<ViewContext, 'parents' | 'now'>
}

export function createViews({ book, enteredKeys, held, surroundings }: Parts): Views {
  /** When a view turns into another one by time alone. */
  const turns = createDeadlines<IdentityName>()
  const places = new Map<IdentityName, number>()
  const changed = new Set<IdentityName>()
  let parents: ViewContext['parents'] = new Map()
  let views: readonly IdentityView[] = []
  let all = true

  function view(name: IdentityName, context: ViewContext): readonly IdentityView[] {
    const entry = book.find(name)
    if (entry === null) return []
    turns.set(name, nextTurn(entry.status, context))
    const known = { ...entry, policy: policyOf(entry.identity), enteredKeys: enteredKeys(name), held: held(name) }
    return [projectView(known, context)]
  }

  function everything(now: Instant): readonly IdentityView[] {
    turns.clear()
    parents = parentsOf(book.entries())
    places.clear()
    const names = book.names()
    for (const [place, name] of names.entries()) places.set(name, place)
    const context = { ...surroundings(), parents, now }
    return names.flatMap((name) => view(name, context))
  }

  function some(names: readonly IdentityName[], now: Instant): readonly IdentityView[] {
    const context = { ...surroundings(), parents, now }
    const next = [...views]
    for (const name of names) {
      const place = places.get(name)
      const [fresh] = view(name, context)
      if (place !== undefined && fresh !== undefined) next[place] = fresh
    }
    return next
  }

  return {
    look(name) {
      if (name === null) all = true
      else changed.add(name)
    },
    list(now) {
      const names = all ? [] : [...new Set([...changed, ...turns.takeDue(now)])]
      if (all) views = everything(now)
      else if (names.length > 0) views = some(names, now)
      all = false
      changed.clear()
      return views
    },
  }
}
