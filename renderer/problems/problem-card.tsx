import type { Problem } from '#core/base/problem'
import { IconButton } from '../parts/buttons.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { useTilde } from '../parts/use-tilde.ts'

interface ProblemCardProps {
  readonly problem: Omit<Problem, 'code'>
  /** True: a fact to know rather than something broken. */
  readonly calm?: boolean
  readonly onDismiss?: () => void
}

/** What happened, the way out, and where. */
export function ProblemCard({ problem, calm = false, onDismiss }: ProblemCardProps) {
  const tilde = useTilde()
  return (
    <div className="problem" data-calm={calm}>
      <Glyph name={calm ? 'info' : 'alert'} />
      <div className="problem-text">
        <p className="problem-message">{tilde(problem.message)}</p>
        {problem.hint === '' ? null : <p className="problem-hint">{tilde(problem.hint)}</p>}
        {problem.where === undefined ? null : (
          <p className="problem-where">
            <code>
              {tilde(problem.where.file)}:{problem.where.line}:{problem.where.column}
            </code>
          </p>
        )}
      </div>
      {onDismiss === undefined ? null : <IconButton glyph="close" label="Dismiss" onPress={onDismiss} />}
    </div>
  )
}
