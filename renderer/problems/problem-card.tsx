import type { ReactNode } from 'react'
import type { Problem } from '#core/base/problem'
import { IconButton } from '../parts/buttons.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { PlaceLink } from '../parts/place-link.tsx'
import { PlacedText } from '../parts/placed-text.tsx'

interface ProblemCardProps {
  readonly problem: Omit<Problem, 'code'>
  /** What the program itself said of it. */
  readonly said?: string | null
  /** True: a fact to know rather than something broken. */
  readonly calm?: boolean
  readonly onDismiss?: () => void
  /** What belongs to it, below. */
  readonly children?: ReactNode
}

/** What happened, the way out, and where. */
export function ProblemCard({ problem, said = null, calm = false, onDismiss, children }: ProblemCardProps) {
  return (
    <div className="problem" data-calm={calm}>
      <Glyph name={calm ? 'info' : 'alert'} />
      <div className="problem-text">
        <p className="problem-message">
          <PlacedText text={problem.message} />
        </p>
        {said === null ? null : <p>“{said}”</p>}
        {problem.hint === '' ? null : (
          <p className="problem-hint">
            <PlacedText text={problem.hint} />
          </p>
        )}
        {problem.where === undefined ? null : (
          <p className="problem-where">
            <PlaceLink where={problem.where} />
          </p>
        )}
        {children}
      </div>
      {onDismiss === undefined ? null : <IconButton glyph="close" label="Dismiss" onPress={onDismiss} />}
    </div>
  )
}
