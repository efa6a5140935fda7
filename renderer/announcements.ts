import type { IdentityView, StateView } from '#core/snapshot/snapshot'
import { stateWord } from '#core/snapshot/wording'

/** In which state each identity was last told of. */
export type Told = ReadonlyMap<IdentityView['name'], StateView['kind']>

export interface Announcement {
  readonly told: Told
  /** Empty: nothing worth saying. */
  readonly words: string
}

/** More than this at once are counted, not listed. */
const LISTED = 3

/**
 * What to say now. `refreshing` is on the way to something and is not told, so a renewal that ends where it began
 * is silent. `null` for `before`: the window has just opened, and the list itself is read out.
 */
export function announce(before: Told | null, views: readonly IdentityView[]): Announcement {
  const told = new Map(
    views.map(({ name, state }) => [
      name,
      state.kind === 'refreshing' ? (before?.get(name) ?? 'refreshing') : state.kind,
    ]),
  )
  if (before === null) return { told, words: '' }
  const changed = views.filter(({ name, state }) => {
    const last = before.get(name)
    return state.kind !== 'refreshing' && last !== undefined && last !== state.kind
  })
  return { told, words: wordsFor(changed) }
}

function wordsFor(changed: readonly IdentityView[]): string {
  if (changed.length <= LISTED) return changed.map(({ name, state }) => `${name}: ${stateWord(state)}`).join('. ')
  const counts = new Map<string, number>()
  for (const { state } of changed) counts.set(stateWord(state), (counts.get(stateWord(state)) ?? 0) + 1)
  const parts = [...counts].map(([word, count]) => `${count} ${word}`)
  return `${changed.length} identities changed: ${parts.join(', ')}`
}
