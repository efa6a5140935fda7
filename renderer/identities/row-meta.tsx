import type { Problem } from '#core/base/problem'
import type { IdentityView } from '#core/snapshot/snapshot'
import { isMismatched } from '../details/mismatch.ts'
import { ownWords } from '../problems/own-words.ts'
import type { Filter } from './filter.ts'
import { Found } from './found.tsx'

interface RowMetaProps {
  readonly view: IdentityView
  readonly filter: Filter
}

/** "profile staging · from corp-base · account 111122223333", as many as fit. What is wrong stands before all of it. */
export function RowMeta({ view, filter }: RowMetaProps) {
  const alarm = alarmOf(view)
  const parts = metaParts(view, filter)
  return (
    <span
      className="row-meta"
      title={[...(alarm === null ? [] : [alarm]), ...wordsOf(parts), ...chainHint(view)].join(' · ')}
    >
      {alarm === null ? null : <span className="row-alarm">{alarm}</span>}
      {parts.map(({ what, text }) => (
        <span key={`${what} ${text}`}>
          {what === '' ? null : <span data-what={what}>{what} </span>}
          <Found text={text} filter={filter} />
        </span>
      ))}
    </span>
  )
}

/** "account", "111122223333". Where room is short the first word goes. */
interface Part {
  readonly what: string
  readonly text: string
}

const wordsOf = (parts: readonly Part[]): readonly string[] => parts.map(({ what, text }) => `${what} ${text}`.trim())

/** In a few words what is wrong: nobody should have to open the details to learn why. */
function alarmOf(view: IdentityView): string | null {
  if (isMismatched(view)) return 'Wrong account or role'
  const { state } = view
  const problem = state.kind === 'failed' || state.kind === 'expired' ? state.problem : null
  return problem === null ? null : (ownWords(problem, view) ?? problem.message)
}

function metaParts(view: IdentityView, filter: Filter): readonly Part[] {
  if (view.state.kind === 'not-handled') return [{ what: '', text: whyNot(view.kind, view.state.because) }]
  const parent = view.chain.at(-2)
  // A profile that is called like its identity would only say the same twice.
  const ownProfile = view.profile.toString() !== view.name.toString()
  const parts = [
    ...(ownProfile ? [{ what: 'profile', text: view.profile }] : []),
    ...(parent === undefined ? [] : [{ what: 'from', text: parent }]),
    ...(view.account === null ? [] : [{ what: 'account', text: view.account }]),
    ...hiddenMatches(view, filter),
  ]
  return parts.length === 0 ? [{ what: '', text: view.sourceLabel }] : parts
}

/** What the filter found and the row does not show otherwise: or nobody sees why it is here. */
function hiddenMatches({ tags, sourceLabel, region }: IdentityView, filter: Filter): readonly Part[] {
  const hits = (text: string) => filter.some((term) => text.toLowerCase().includes(term.text))
  return [
    ...tags.filter(hits).map((tag) => ({ what: 'tag', text: tag })),
    ...(hits(sourceLabel) ? [{ what: '', text: sourceLabel }] : []),
    ...(region !== null && hits(region) ? [{ what: '', text: region }] : []),
  ]
}

/** Who reads "from corp-base" beside an inactive corp-base asks whether it has to be activated first. */
function chainHint({ chain }: IdentityView): readonly string[] {
  const [root] = chain
  return chain.length < 2 || root === undefined
    ? []
    : [`its keys begin with ${root}, which Credtray asks by itself: it need not be active`]
}

/**
 * A kind of Atmos that is not ours says it all. Of a kind that is ours the reason is said, without the words before it that
 * the row has beside it anyway.
 */
const whyNot = (kind: string, { code, message }: Problem): string => {
  if (code !== 'identity/not-handled') return message
  const reason = /^.* is not handled by Credtray: (.+)$/s.exec(message)?.[1]
  return reason ?? kind
}
