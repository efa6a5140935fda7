import { useRef } from 'react'
import type { GroupBy, Settings } from '#core/settings/settings'
import { Button, IconButton } from './parts/buttons.tsx'
import { Glyph } from './parts/glyph.tsx'
import { useActions, useFace } from './services.ts'

/** The id by which the `/` key finds it. */
export const FILTER_ID = 'filter'

interface ListToolsProps {
  readonly settings: Settings
  /** How many identities the filter lets through, and how many there are. */
  readonly shown: number
  readonly all: number
}

/** What the list shows, in which groups, and the sets to work on. */
export function ListTools({ settings, shown, all }: ListToolsProps) {
  const actions = useActions()
  return (
    <div className="list-tools">
      <FilterField shown={shown} all={all} />
      <GroupMenu groupBy={settings.view.groupBy} />
      <Button
        glyph="sets"
        hint="Activate several identities with one click (W)"
        onPress={() => actions.setSets({ kind: 'work' })}
      >
        Work on…
      </Button>
    </div>
  )
}

function FilterField({ shown, all }: { readonly shown: number; readonly all: number }) {
  const actions = useActions()
  const filter = useFace((face) => face.filter)
  const isOn = filter.trim() !== ''
  const field = useRef<HTMLInputElement>(null)
  // The button goes with the words: whoever pressed it goes on writing.
  const clear = () => {
    actions.setFilter('')
    field.current?.focus()
  }
  return (
    <div className="filter">
      <Glyph name="search" />
      <input
        ref={field}
        id={FILTER_ID}
        type="search"
        aria-label="Filter identities"
        title="Every word must be found: in name, profile, account, tag, kind or state. tag:prod and account:1111 look in one place."
        placeholder="Filter: name, tag:prod…"
        autoComplete="off"
        spellCheck={false}
        value={filter}
        onChange={(event) => actions.setFilter(event.target.value)}
      />
      <span className="visually-hidden" role="status" aria-label="Filter result">
        {isOn ? `${shown} of ${all} identities` : ''}
      </span>
      {isOn ? (
        <span className="filter-count" aria-hidden="true">
          {shown} of {all}
        </span>
      ) : null}
      {filter === '' ? <kbd aria-hidden="true">/</kbd> : null}
      {filter === '' ? null : <IconButton glyph="close" label="Clear filter" onPress={clear} />}
    </div>
  )
}

/** The platform's own menu: it works the same with mouse, keys and screen readers. */
function GroupMenu({ groupBy }: { readonly groupBy: GroupBy }) {
  const actions = useActions()
  return (
    <label className="group-menu" data-on={groupBy !== 'none'} title="Group the list (G)">
      <Glyph name="group" />
      <span className="visually-hidden">Group by</span>
      <select
        value={groupBy}
        onChange={({ target }) => {
          const chosen = GROUPS.find(({ by }) => by === target.value)
          if (chosen !== undefined) void actions.setGroupBy(chosen.by)
        }}
      >
        {GROUPS.map(({ by, words }) => (
          <option key={by} value={by}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

const GROUPS: readonly { readonly by: GroupBy; readonly words: string }[] = [
  { by: 'none', words: 'No groups' },
  { by: 'account', words: 'Account' },
  { by: 'root', words: 'Root' },
  { by: 'tag', words: 'Tag' },
]
