import type { IdentityView } from '#core/snapshot/snapshot'
import { stateWord } from '#core/snapshot/wording'

/** One word of the filter. `field` is `null` where the word may stand anywhere. */
export interface FilterTerm {
  readonly field: FilterField | null
  /** Lower case, never empty. */
  readonly text: string
}

/** All of its words have to be found. */
export type Filter = readonly FilterTerm[]

/** What can stand before the colon; the help names the same ones. */
export const FILTER_FIELDS = ['name', 'profile', 'account', 'tag', 'state', 'kind', 'region', 'via'] as const

type FilterField = (typeof FILTER_FIELDS)[number]

/** "tag:prod live": words of which each must be found. `tag:` alone is somebody who still types, and asks for nothing. */
export function parseFilter(typed: string): Filter {
  return typed
    .toLowerCase()
    .split(/\s+/)
    .map(termOf)
    .filter(({ text }) => text !== '')
}

export const filterViews = (views: readonly IdentityView[], filter: Filter): readonly IdentityView[] =>
  filter.length === 0 ? views : views.filter((view) => passes(view, filter))

export function passes(view: IdentityView, filter: Filter): boolean {
  const words = wordsOf(view)
  return filter.every(({ field, text }) => (field === null ? words.all : words[field]).includes(text))
}

function termOf(word: string): FilterTerm {
  const colon = word.indexOf(':')
  const field = FILTER_FIELDS.find((each) => each === word.slice(0, colon)) ?? null
  return field === null ? { field, text: word } : { field, text: word.slice(colon + 1) }
}

type Words = Readonly<Record<FilterField | 'all', string>>

/** Views keep their reference while they say the same, so each is read once and not at each key. */
const KNOWN = new WeakMap<IdentityView, Words>()

function wordsOf(view: IdentityView): Words {
  const known = KNOWN.get(view)
  if (known !== undefined) return known
  const fields = {
    name: lower(view.name),
    profile: lower(view.profile),
    account: lower(view.account),
    tag: lower(...view.tags),
    state: lower(stateWord(view.state), view.isFavourite ? 'favourite' : null, view.isProduction ? 'production' : null),
    kind: lower(view.kind, view.sourceLabel),
    region: lower(view.region),
    via: lower(...view.chain.slice(0, -1)),
  }
  const words = { ...fields, all: Object.values(fields).join('\n') }
  KNOWN.set(view, words)
  return words
}

const lower = (...parts: readonly (string | null)[]): string => parts.join('\n').toLowerCase()
