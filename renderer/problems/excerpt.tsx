import { useCallback } from 'react'
import type { Place } from '#core/base/problem'
import type { ExcerptLine } from '#core/config/excerpt'
import { useAnswer } from '../files/use-answer.ts'
import { useActions } from '../services.ts'

interface ExcerptProps {
  readonly where: Place
  /** Changes when the file may have: it is read again then. */
  readonly stamp: unknown
}

/** The line that is meant, with its neighbours and a mark under the column. Secrets are masked by main. */
export function Excerpt({ where, stamp }: ExcerptProps) {
  const actions = useActions()
  const { file, line, column } = where
  // oxlint-disable-next-line react/exhaustive-deps -- `stamp` is when to ask again, not what to ask
  const ask = useCallback(() => actions.excerpt({ file, line, column }), [actions, file, line, column, stamp])
  const { answer } = useAnswer(ask)
  if (answer?.ok !== true || answer.value.length === 0) return null
  return (
    <pre className="excerpt" tabIndex={0} role="group" aria-label={`Line ${line} and those around it`}>
      {answer.value.map((one) => (
        <Line key={one.number} line={one} />
      ))}
    </pre>
  )
}

function Line({ line: { number, text, markAt } }: { readonly line: ExcerptLine }) {
  return (
    <>
      <span className="excerpt-line" data-marked={markAt !== null}>
        <span className="line-number" aria-hidden="true">
          {number}
        </span>
        <span>{text === '' ? ' ' : text}</span>
      </span>
      {markAt === null ? null : (
        <span className="excerpt-line excerpt-mark" aria-hidden="true">
          <span className="line-number" />
          <span>{`${text.slice(0, markAt).replace(/[^\t]/g, ' ')}^`}</span>
        </span>
      )}
    </>
  )
}
