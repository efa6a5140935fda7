import type { IdentityView } from '#core/snapshot/snapshot'
import { stateWord } from '#core/snapshot/wording'

/** The views that hold every word of the filter somewhere in name, profile, account, chain, source or state. */
export function filterViews(views: readonly IdentityView[], filter: string): readonly IdentityView[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  return words.length === 0 ? views : views.filter((view) => holdsAll(searchText(view), words))
}

function searchText(view: IdentityView): string {
  return [
    ...view.chain,
    view.name,
    view.profile,
    view.account,
    view.region,
    view.kind,
    view.sourceLabel,
    stateWord(view.state),
  ]
    .join('\n')
    .toLowerCase()
}

const holdsAll = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word))
