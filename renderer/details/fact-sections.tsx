import type { Instant } from '#core/base/time'
import type { FieldPlace } from '#core/identity/identity'
import { isActiveState, type IdentityView, type Snapshot } from '#core/snapshot/snapshot'
import { preciseRemainingWords } from '#core/snapshot/wording'
import { lifeOf } from '../identities/life.ts'
import { agoWords, clockWords } from '../parts/time-words.ts'
import { PlaceLink } from '../parts/place-link.tsx'
import { useNow } from '../services.ts'
import { Facts } from './facts.tsx'

interface SessionSectionProps {
  readonly view: IdentityView
  readonly snapshot: Snapshot
}

/** Until when, what comes next, and where the keys go. */
export function SessionSection({ view, snapshot }: SessionSectionProps) {
  const ends = useNow((now) => endWords(view, now))
  const next = useNow((now) => nextWords(view, snapshot.paused, now))
  const off = useNow((now) => safetyWords(view, now))
  if (view.state.kind === 'not-handled') return null
  return (
    <Facts
      title="Session"
      facts={[
        ['Keys', ends === '' ? null : ends],
        ['Renewal', next === '' ? null : next],
        ['Deactivated', off === '' ? null : off],
        ['Region', view.region],
      ]}
    />
  )
}

/** Where the identity comes from, as the configuration says it. */
export function SourceSection({ view }: { readonly view: IdentityView }) {
  return (
    <Facts
      title="Source"
      facts={[
        ['Kind', <code key="kind">{view.kind}</code>],
        ['Keys from', view.sourceLabel],
        ['In the file', view.template === undefined ? null : <code key="template">{view.template.text}</code>],
        ['Filled in', view.template === undefined ? null : view.template.variables.join(', ')],
        ['Written at', <PlaceLink key="where" where={view.where} />],
        ['Also at', view.elsewhere === undefined ? null : <Elsewhere key="elsewhere" fields={view.elsewhere} />],
        ['Region', view.state.kind === 'not-handled' ? view.region : null],
      ]}
    />
  )
}

/** Which file says what, of an identity that is written in several: the last file that says it counts. */
function Elsewhere({ fields }: { readonly fields: readonly FieldPlace[] }) {
  return (
    <ul className="field-places">
      {fields.map(({ field, where }) => (
        <li key={field}>
          <PlaceLink where={where} /> {field}
        </li>
      ))}
    </ul>
  )
}

function endWords({ state }: IdentityView, now: Instant): string {
  if (state.kind === 'expired') return state.at === null ? '' : `ended ${agoWords(state.at, now)}`
  const life = lifeOf(state)
  if (life === null) return state.kind === 'live' ? 'good, with no named end' : ''
  // The run that is shown below has failed: when the last good one was stands nowhere else (aws-vault#739).
  const last = state.kind === 'failed' ? `, last renewed ${agoWords(life.since, now)}` : ''
  const end =
    life.expiresAt <= now ? `ended ${agoWords(life.expiresAt, now)}` : `good until ${clockWords(life.expiresAt, now)}`
  return `${end}${last}`
}

/** Production goes by itself, whatever is renewed before. */
const safetyWords = ({ endsForSafetyAt: at }: IdentityView, now: Instant): string =>
  at === null ? '' : `at ${clockWords(at, now)} by itself, since it is production`

function nextWords({ state, nextRefreshAt }: IdentityView, paused: boolean, now: Instant): string {
  if (!isActiveState(state)) return 'when you activate it'
  const waiting = WAITING.get(state.kind)
  if (waiting !== undefined) return waiting
  if (paused) return 'paused'
  const at = state.kind === 'failed' ? (state.retryAt ?? nextRefreshAt) : nextRefreshAt
  if (at === null) return 'only when you ask'
  const verb = state.kind === 'failed' ? 'tries again' : 'renews'
  return at <= now ? `${verb} now` : `${verb} in ${preciseRemainingWords(at, now)}, at ${clockWords(at, now)}`
}

/** What a renewal hangs on that no clock decides. */
const WAITING: ReadonlyMap<IdentityView['state']['kind'], string> = new Map([
  ['refreshing', 'running now'],
  ['needs-you', 'when you have answered'],
  ['waiting-for-trust', 'when you have approved it'],
])
