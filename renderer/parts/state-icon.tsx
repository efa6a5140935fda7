import type { ReactElement } from 'react'
import type { StateView } from '#core/snapshot/snapshot'
import { stateShape, type StateShape } from '#core/snapshot/wording'

/** The state's shape on a tile of its colour. It says nothing to a screen reader: the word stands beside it. */
export function StateIcon({ state, small = false }: { readonly state: StateView; readonly small?: boolean }) {
  return (
    <span className={small ? 'state-icon state-icon-small' : 'state-icon'} data-state={state.kind} aria-hidden="true">
      <svg viewBox="0 0 16 16" width="16" height="16" focusable="false">
        {SHAPES[stateShape(state)]}
      </svg>
    </span>
  )
}

const LINE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.75, strokeLinecap: 'round' } as const

const SHAPES: Readonly<Record<StateShape, ReactElement>> = {
  circle: <circle cx="8" cy="8" r="5.5" fill="currentColor" />,
  ring: <circle cx="8" cy="8" r="4.75" {...LINE} strokeWidth={1.5} />,
  'half-circle': (
    <>
      <circle cx="8" cy="8" r="5" {...LINE} strokeWidth={1.5} />
      <path d="M8 3a5 5 0 0 0 0 10z" fill="currentColor" />
    </>
  ),
  diamond: (
    <path
      fillRule="evenodd"
      fill="currentColor"
      d="M7.1 1.5a1.3 1.3 0 0 1 1.8 0l5.6 5.6a1.3 1.3 0 0 1 0 1.8l-5.6 5.6a1.3 1.3 0 0 1-1.8 0L1.5 8.9a1.3 1.3 0 0 1 0-1.8zM8 4.4a.9.9 0 0 0-.9.9v2.9a.9.9 0 0 0 1.8 0V5.3a.9.9 0 0 0-.9-.9zm0 5.4a1 1 0 1 0 0 2 1 1 0 0 0 0-2z"
    />
  ),
  'hollow-diamond': (
    <>
      <path d="m8 2.2 5.8 5.8L8 13.8 2.2 8z" {...LINE} strokeWidth={1.6} strokeLinejoin="round" />
      <path d="M8 5.6v2.9M8 10.6v.1" {...LINE} strokeWidth={1.6} />
    </>
  ),
  triangle: (
    <path
      fillRule="evenodd"
      fill="currentColor"
      d="M6.9 2.4a1.3 1.3 0 0 1 2.2 0l5.3 9.3a1.3 1.3 0 0 1-1.1 1.9H2.7a1.3 1.3 0 0 1-1.1-1.9zM8 5.2a.85.85 0 0 0-.85.85v2.9a.85.85 0 0 0 1.7 0v-2.9A.85.85 0 0 0 8 5.2zm0 5.3a.95.95 0 1 0 0 1.9.95.95 0 0 0 0-1.9z"
    />
  ),
  cross: <path d="m4 4 8 8m0-8-8 8" {...LINE} strokeWidth={2} />,
  dash: <path d="M4 8h8" {...LINE} strokeWidth={2} />,
  arrows: (
    <g className="turning">
      <path d="M13 8a5 5 0 0 1-9 3M3 8a5 5 0 0 1 9-3" {...LINE} />
      <path d="M12.6 2.2v3.2H9.4M3.4 13.8v-3.2h3.2" {...LINE} strokeLinejoin="round" />
    </g>
  ),
}
