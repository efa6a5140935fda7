import { Fragment, memo, useMemo } from 'react'
import type { Instant } from '#core/base/time'
import { isActiveState, type Snapshot, type StateView } from '#core/snapshot/snapshot'
import { alsoWords, summaryLine } from '#core/snapshot/summary'
import { tallyOf } from '#core/snapshot/tally'
import { ListTools } from './list-tools.tsx'
import { Button, IconButton } from './parts/buttons.tsx'
import { Mark } from './parts/mark.tsx'
import { useActions, useFace, useNow } from './services.ts'
import { ROOMY, useMedia } from './use-media.ts'

interface HeaderProps {
  readonly snapshot: Snapshot
  readonly hasList: boolean
  /** How many identities the filter lets through. */
  readonly shown: number
}

/** Am I fine, for how long, what needs me. */
export function Header({ snapshot, hasList, shown }: HeaderProps) {
  const actions = useActions()
  const busy = useFace(({ pending }) => pending.has('app/set-paused '))
  // Tab goes as the eye goes: below the buttons where there is no room beside them.
  const roomy = useMedia(ROOMY)
  const tools = hasList ? (
    <ListTools key="tools" settings={snapshot.settings} shown={shown} all={snapshot.identities.length} />
  ) : null
  return (
    <header className="header" data-list={hasList}>
      <Mark size={28} />
      <div className="summary">{hasList ? <Summary snapshot={snapshot} /> : <h1>Credtray</h1>}</div>
      {roomy ? tools : null}
      <div className="header-buttons">
        {hasList ? (
          <Button
            glyph={snapshot.paused ? 'play' : 'pause'}
            busy={busy}
            hint={snapshot.paused ? RESUME_HINT : PAUSE_HINT}
            onPress={() => void actions.setPaused(!snapshot.paused)}
          >
            {snapshot.paused ? 'Resume' : 'Pause'}
          </Button>
        ) : null}
        <IconButton glyph="clock" label="Timeline and history" onPress={() => actions.setScreen('timeline')} />
        <IconButton glyph="check" label="Your AWS files" onPress={() => actions.setScreen('files')} />
        <IconButton glyph="gear" label="Settings" onPress={() => actions.setScreen('settings')} />
        <IconButton glyph="help" label="Keyboard help" onPress={() => actions.setHelpOpen(true)} />
      </div>
      {roomy ? null : tools}
    </header>
  )
}

/** Counts everybody, so a key in the filter, which changes nobody, does not draw it anew. */
const Summary = memo(function Summary({ snapshot }: { readonly snapshot: Snapshot }) {
  // Demo and pause have a banner of their own.
  const plain = useMemo(() => ({ ...snapshot, paused: false, config: { ...snapshot.config, demo: false } }), [snapshot])
  const summary = useNow((now) => summaryLine(plain, now))
  const rest = useNow((now) => restWords(plain, summary, now))
  const [first, ...also] = rest.split(BETWEEN)
  return (
    <>
      <h1>{summary}</h1>
      <p className="summary-rest" title={rest}>
        {first}
        {also.map((words) => (
          <Fragment key={words}>
            {BETWEEN}
            <span className="unbroken">{words}</span>
          </Fragment>
        ))}
      </p>
    </>
  )
})

/** Where the line may be broken. */
const BETWEEN = ' · '

const PAUSE_HINT = 'Renew nothing until you resume. Keys that are there stay good until they end (P)'
const RESUME_HINT = 'Renew again, beginning with what ended meanwhile (P)'

/** The line below says what the first one left out: how the others are, or how many there are. */
function restWords(snapshot: Snapshot, summary: string, now: Instant): string {
  const going = snapshot.identities.filter(({ state }) => GOING.has(state.kind))
  const words = going.length === 0 ? summary : summaryLine({ ...snapshot, identities: going }, now)
  // For how long stands first: where room is short the end of the line goes, and the rows say what failed.
  const also = [...(words === summary ? [] : [words]), ...alsoWords(tallyOf(snapshot.identities))]
  if (also.length > 0) return also.join(BETWEEN)
  const count = snapshot.identities.length
  const all = count === 1 ? '1 identity' : `${count} identities`
  const active = snapshot.identities.filter(({ state }) => isActiveState(state))
  return active.length === 0 ? all : `${active.length} of ${all} active`
}

const GOING: ReadonlySet<StateView['kind']> = new Set(['live', 'expiring', 'refreshing'])
