import type { Instant } from '#core/base/time'
import { isActiveState, type Snapshot, type StateView } from '#core/snapshot/snapshot'
import { summaryLine } from '#core/snapshot/summary'
import { Button, IconButton } from './parts/buttons.tsx'
import { Glyph } from './parts/glyph.tsx'
import { Mark } from './parts/mark.tsx'
import { useActions, useFace, useNow } from './services.ts'

interface HeaderProps {
  readonly snapshot: Snapshot
  readonly hasList: boolean
}

/** Am I fine, for how long, what needs me. */
export function Header({ snapshot, hasList }: HeaderProps) {
  const actions = useActions()
  const busy = useFace(({ pending }) => pending.has('app/set-paused '))
  // Demo and pause have a banner of their own.
  const plain = { ...snapshot, paused: false, config: { ...snapshot.config, demo: false } }
  const summary = useNow((now) => summaryLine(plain, now))
  const rest = useNow((now) => restWords(plain, summary, now))
  return (
    <header className="header" data-list={hasList}>
      <Mark size={28} />
      <div className="summary">
        <h1>{hasList ? summary : 'Credtray'}</h1>
        {hasList ? <p className="summary-rest">{rest}</p> : null}
      </div>
      {hasList ? <FilterField /> : null}
      <div className="header-buttons">
        {hasList ? (
          <Button
            glyph={snapshot.paused ? 'play' : 'pause'}
            disabled={busy}
            onPress={() => void actions.setPaused(!snapshot.paused)}
          >
            {snapshot.paused ? 'Resume' : 'Pause'}
          </Button>
        ) : null}
        <IconButton glyph="clock" label="Timeline and history" onPress={() => actions.setScreen('timeline')} />
        <IconButton glyph="check" label="Your AWS files" onPress={() => actions.setScreen('files')} />
        <IconButton glyph="help" label="Keyboard help" onPress={() => actions.setHelpOpen(true)} />
      </div>
    </header>
  )
}

/** The line below says what the first one left out: how the others are, or how many there are. */
function restWords(snapshot: Snapshot, summary: string, now: Instant): string {
  const going = snapshot.identities.filter(({ state }) => GOING.has(state.kind))
  const words = going.length === 0 ? summary : summaryLine({ ...snapshot, identities: going }, now)
  if (words !== summary) return words
  const count = snapshot.identities.length
  const active = snapshot.identities.filter(({ state }) => isActiveState(state))
  return `${active.length} of ${count} ${count === 1 ? 'identity' : 'identities'} active`
}

const GOING: ReadonlySet<StateView['kind']> = new Set(['live', 'expiring', 'refreshing'])

/** The id by which the `/` key finds it. */
export const FILTER_ID = 'filter'

function FilterField() {
  const actions = useActions()
  const filter = useFace((face) => face.filter)
  return (
    <div className="filter">
      <Glyph name="search" />
      <input
        id={FILTER_ID}
        type="search"
        aria-label="Filter identities"
        placeholder="Filter by name, profile, account or state"
        autoComplete="off"
        spellCheck={false}
        value={filter}
        onChange={(event) => actions.setFilter(event.target.value)}
      />
      {filter === '' ? <kbd aria-hidden="true">/</kbd> : null}
      {filter === '' ? null : <IconButton glyph="close" label="Clear filter" onPress={() => actions.setFilter('')} />}
    </div>
  )
}
