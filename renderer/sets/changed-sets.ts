import type { ActivationSet } from '#core/settings/settings'

type Sets = readonly ActivationSet[]
type Names = ActivationSet['identities']

/** Into the set of that name, which is made where there is none. Nobody is in it twice. */
export function withAdded(sets: Sets, name: string, identities: Names): Sets {
  const joined = (before: Names): Names => [...new Set([...before, ...identities])]
  return sets.some((set) => set.name === name)
    ? sets.map((set) => (set.name === name ? { ...set, identities: joined(set.identities) } : set))
    : [...sets, { name, identities: joined([]), hotkey: null }]
}

/** The set of that name becomes this one. A hotkey calls one set only: the one that has it last. */
export function withReplaced(sets: Sets, name: string, next: ActivationSet): Sets {
  return sets.map((set) => {
    if (set.name === name) return next
    return next.hotkey !== null && set.hotkey === next.hotkey ? { ...set, hotkey: null } : set
  })
}

export const without = (sets: Sets, name: string): Sets => sets.filter((set) => set.name !== name)

/** What is wrong with a name for a set. `null`: nothing. `own`: its name so far. */
export function nameProblem(sets: Sets, typed: string, own: string | null): string | null {
  const name = typed.trim()
  if (name === '') return 'A set needs a name.'
  if (name.length > 60) return 'Sixty characters at most.'
  return name !== own && sets.some((set) => set.name === name) ? `There is a set "${name}" already.` : null
}
