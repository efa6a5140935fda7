import { memo, useRef, useState, type MouseEvent } from 'react'
import type { IdentityView } from '#core/snapshot/snapshot'
import { ProductionBadge } from '../parts/production-badge.tsx'
import { StateIcon } from '../parts/state-icon.tsx'
import { useActions } from '../services.ts'
import type { Filter } from './filter.ts'
import { RowControls } from './row-controls.tsx'
import { RowMeta } from './row-meta.tsx'
import { RowName } from './row-name.tsx'
import { RowState } from './row-state.tsx'
import { isMarkable } from './selection.ts'

/** How a row stands to the selection: `none` is selected together, so the one that is shown counts as selected. */
export type Mark = 'none' | 'shown' | 'in' | 'out'

export interface IdentityRowProps {
  readonly view: IdentityView
  /** Counted from 1 over the whole list, also over rows that are not drawn. */
  readonly position: number
  readonly top: number
  /** Whether the keys stand on it. */
  readonly cursor: boolean
  readonly mark: Mark
  readonly grouped: boolean
  readonly filter: Filter
  /** Shift and a click: everything up to here. */
  readonly onRange: (view: IdentityView) => void
}

/** One identity. Drawn again only when its view, its place or its selection changed. */
export const IdentityRow = memo(function IdentityRow(props: IdentityRowProps) {
  const { view, position, top, cursor, mark, grouped, filter } = props
  const actions = useActions()
  const clicks = useClicks(props)
  const [pointed, setPointed] = useState(false)
  return (
    <div
      role="row"
      className="row"
      data-state={view.state.kind}
      aria-rowindex={position}
      aria-level={grouped ? 2 : undefined}
      aria-selected={mark === 'in' || mark === 'shown'}
      tabIndex={cursor ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => actions.select(view.name)}
      onMouseEnter={() => setPointed(true)}
      onMouseLeave={() => setPointed(false)}
      {...clicks}
    >
      <div role="gridcell" className="row-identity">
        <span className="row-icon">
          <StateIcon state={view.state} />
          {mark === 'in' || mark === 'out' || pointed ? <Box view={view} mark={mark} /> : null}
        </span>
        <span className="row-text">
          <RowName view={view} filter={filter} />
          {view.isProduction ? <ProductionBadge endsAt={view.endsForSafetyAt} /> : null}
          <RowMeta view={view} filter={filter} />
        </span>
      </div>
      <div role="gridcell" className="row-state">
        <RowState view={view} />
      </div>
      <div role="gridcell" className="row-controls">
        <RowControls view={view} pointed={pointed} />
      </div>
    </div>
  )
})

/** A click shows the details; with Ctrl or Cmd it selects this row too, with Shift all up to here. */
function useClicks({ view, mark, onRange }: IdentityRowProps) {
  const actions = useActions()
  // Pressing the button moves the focus, and with it the selection, before the click comes.
  const wasShown = useRef<boolean | null>(null)
  return {
    onMouseDown: (event: MouseEvent) => {
      // The focus would take along where the range begins.
      if (event.shiftKey) event.preventDefault()
      wasShown.current = mark === 'shown'
    },
    onClick: (event: MouseEvent) => {
      const shown = wasShown.current ?? mark === 'shown'
      wasShown.current = null
      if (event.shiftKey) onRange(view)
      else if (event.ctrlKey || event.metaKey) actions.mark(view)
      else actions.pick(view.name, shown)
    },
  }
}

/**
 * Says to eyes what aria-selected says to others; a click on it does what Ctrl and a click do. While nothing is selected
 * it comes with the pointer: the way into a selection for a hand that has only the mouse.
 */
function Box({ view, mark }: { readonly view: IdentityView; readonly mark: Mark }) {
  const actions = useActions()
  if (!isMarkable(view)) return null
  return (
    <span
      className="box"
      data-checked={mark === 'in'}
      data-first={mark === 'none' || mark === 'shown'}
      title="Select together with others"
      aria-hidden="true"
      onMouseDown={(event) => {
        event.preventDefault()
        event.stopPropagation()
      }}
      onClick={(event) => {
        event.stopPropagation()
        actions.mark(view)
      }}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" focusable="false">
        <path d="M2.5 6.2 5 8.7l4.5-5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
    </span>
  )
}
