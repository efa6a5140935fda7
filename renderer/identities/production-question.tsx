import { useEffect, useRef } from 'react'
import type { Duration } from '#core/base/time'
import type { IdentityView, Snapshot } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { ProductionBadge } from '../parts/production-badge.tsx'
import { spanWords } from '../parts/span-words.ts'
import { useActions } from '../services.ts'

interface ProductionQuestionProps {
  /** All that would be activated, production or not. */
  readonly views: readonly IdentityView[]
  readonly settings: Snapshot['settings']
}

/**
 * Asked before production is activated. The question itself takes the focus and not its button: an Enter that was on
 * its way answers nothing (rule 6 of docs/design.md).
 */
export function ProductionQuestion({ views, settings }: ProductionQuestionProps) {
  const actions = useActions()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const production = views.filter(({ isProduction }) => isProduction)
  const others = views.length - production.length
  return (
    <section className="question" role="alertdialog" aria-labelledby="question-title" aria-describedby="question-text">
      <div className="question-words" role="group" aria-labelledby="question-title" tabIndex={0}>
        <h2 id="question-title" tabIndex={-1} ref={title}>
          <ProductionBadge />
          <span>{questionWords(production)}</span>
        </h2>
        <p id="question-text">
          {production.length > 1 ? `${production.map(({ name }) => name).join(', ')}. ` : ''}
          {endWords(settings.production.deactivateAfter)}
          {others === 0 ? '' : ` ${others} more will be activated with ${production.length === 1 ? 'it' : 'them'}.`}
        </p>
      </div>
      <div className="question-buttons">
        <Button look="production" onPress={() => void actions.activateProduction()}>
          {views.length === 1 ? 'Activate production' : `Activate all ${views.length}`}
        </Button>
        <Button onPress={actions.leaveQuestion}>Not now</Button>
      </div>
    </section>
  )
}

const questionWords = (production: readonly IdentityView[]): string =>
  production.length === 1 ? `Activate ${production[0]?.name}?` : `Activate ${production.length} of production?`

/** Whoever says yes should know for how long. */
function endWords(after: Duration | null): string {
  return after === null
    ? 'It is kept fresh until you deactivate it.'
    : `Credtray deactivates it by itself after ${spanWords(after)}.`
}
