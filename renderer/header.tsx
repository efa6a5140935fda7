import type { Snapshot, StateView } from '#core/snapshot/snapshot'
import { stateWord, summaryLine } from '#core/snapshot/wording'
import { Button, IconButton } from './parts/buttons.tsx'
import { Glyph } from './parts/glyph.tsx'
import { Mark } from './parts/mark.tsx'
import { StateIcon } from './parts/state-icon.tsx'
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
  return (
    <header className="header">
      <div className="header-line">
        <Mark size={28} />
        <div className="summary">
          <h1>{hasList ? summary : 'Credtray'}</h1>
          {hasList ? <Counts snapshot={snapshot} /> : null}
        </div>
        {hasList ? (
          <Button
            glyph={snapshot.paused ? 'play' : 'pause'}
            disabled={busy}
            onPress={() => void actions.setPaused(!snapshot.paused)}
          >
            {snapshot.paused ? 'Resume' : 'Pause'}
          </Button>
        ) : null}
        <IconButton glyph="help" label="Keyboard help" onPress={() => actions.setHelpOpen(true)} />
      </div>
      {hasList ? <FilterField /> : null}
    </header>
  )
}

const COUNTED: readonly StateView['kind'][] = [
  'needs-you',
  'failed',
  'expired',
  'expiring',
  'live',
  'refreshing',
  'inactive',
]

/** How many are in which state. Each one is a button that filters for it. */
function Counts({ snapshot }: { readonly snapshot: Snapshot }) {
  const actions = useActions()
  const groups = COUNTED.flatMap((kind) => {
    const states = snapshot.identities.flatMap(({ state }) => (state.kind === kind ? [state] : []))
    const [first] = states
    return first === undefined ? [] : [{ state: first, count: states.length }]
  })
  return (
    <ul className="counts" aria-label="Identities by state">
      {groups.map(({ state, count }) => (
        <li key={state.kind}>
          <button type="button" className="count" onClick={() => actions.setFilter(stateWord(state))}>
            <StateIcon state={state} small />
            {count} {stateWord(state)}
          </button>
        </li>
      ))}
    </ul>
  )
}

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
