import { Glyph } from '../parts/glyph.tsx'
import { StateIcon } from '../parts/state-icon.tsx'
import { useActions } from '../services.ts'
import { groupState, groupStateWords } from './groups.ts'
import type { GroupLine } from './lines.ts'

interface GroupRowProps {
  readonly line: GroupLine
  readonly position: number
  readonly top: number
  readonly cursor: boolean
}

/** The header of a group: what it is, how many, how they are. A click closes and opens it. */
export function GroupRow({ line: { group, open }, position, top, cursor }: GroupRowProps) {
  const actions = useActions()
  const state = groupState(group.views)
  const words = groupStateWords(group.views)
  return (
    <div
      role="row"
      className="group-row"
      aria-rowindex={position}
      aria-level={1}
      aria-expanded={open}
      tabIndex={cursor ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => actions.selectHeader(group.key)}
      onClick={() => actions.setOpen(group.key, !open)}
    >
      <div role="gridcell" aria-colspan={3} className="group-cell">
        <Glyph name={open ? 'down' : 'right'} />
        <span className="group-title" title={group.title}>
          {group.title}
        </span>
        <span className="group-count">
          {group.views.length}
          <span className="visually-hidden">{group.views.length === 1 ? ' identity' : ' identities'}</span>
        </span>
        <span className="group-state" title={words}>
          {state === null ? null : <StateIcon state={state} small />}
          <span className="group-words">{words}</span>
        </span>
      </div>
    </div>
  )
}
