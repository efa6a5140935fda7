import { didYouMean } from '../base/did-you-mean.ts'
import type { Problem } from '../base/problem.ts'
import type { IdentityName } from '../identity/identity.ts'
import { loopThrough } from '../identity/loop.ts'
import type { Draft, Entry } from './entry.ts'
import type { Notes } from './notes.ts'

/** An entry and what it comes to alone. */
export interface Drafted {
  readonly entry: Entry
  readonly draft: Draft
}

export interface Relations {
  /** The identity that `via.identity` means. `null`: it names none, or one that does not exist. */
  parentOf(name: IdentityName): IdentityName | null
  /** What is wrong with the way an entry hangs on others. `null`: nothing. */
  problemOf(drafted: Drafted): Problem | null
}

/** Names are found whatever their case; where Atmos would not find them, a note says so. */
export function relate(all: readonly Drafted[], notes: Notes): Relations {
  const names = new Map(all.map(({ entry }) => [entry.name.toLowerCase(), entry.name]))
  const parents = new Map<IdentityName, IdentityName>()
  for (const { entry, draft } of all) {
    const parent = draft.parent && names.get(draft.parent.spelling.toLowerCase())
    if (!draft.parent || !parent) continue
    parents.set(entry.name, parent)
    const { spelling, where } = draft.parent
    if (spelling !== parent || spelling !== spelling.toLowerCase())
      notes.add({ topic: 'name-case', name: entry.name, where })
  }
  const parentOf = (name: IdentityName): IdentityName | null => parents.get(name) ?? null
  const othersThan = ({ name }: Entry): readonly string[] => [...names.values()].filter((other) => other !== name)
  return {
    parentOf,
    problemOf: ({ entry, draft }) => {
      if (draft.parent === null) return null
      if (parentOf(entry.name) === null) return unknownParent(entry, draft.parent, othersThan(entry))
      const loop = loopThrough(entry.name, parentOf)
      return loop && cycle(entry, loop, draft.parent.where)
    },
  }
}

function unknownParent(
  { name }: Entry,
  { spelling, where }: NonNullable<Draft['parent']>,
  others: readonly string[],
): Problem {
  return {
    code: 'config/unknown-parent',
    message: `"${name}" refers to the identity "${spelling}", which this file does not have.`,
    hint: `${didYouMean(spelling, others)} Correct the name, or add an identity "${spelling}".`.trimStart(),
    where,
  }
}

function cycle({ name }: Entry, loop: readonly IdentityName[], where: Problem['where']): Problem {
  const words = loop.join(' → ')
  return {
    code: 'config/cycle',
    message: `"${name}" needs its own session to begin with: ${words}.`,
    hint: 'Let one of them name another identity in via.identity, one that needs no role.',
    ...(where && { where }),
  }
}
