import { memo } from 'react'
import type { TimelineRow } from '#core/timeline/timeline'
import type { Layout } from './layout.ts'
import { MARK_SHAPES } from './mark-shapes.tsx'
import { isRenewal } from './moments.ts'

interface MarksProps {
  readonly marks: TimelineRow['marks']
  readonly layout: Layout
}

export const TimelineMarks = memo(function TimelineMarks({ marks, layout }: MarksProps) {
  return (
    <>
      {visible(marks, layout).map(({ kind, at }) => (
        <g key={`${kind} ${at}`} className="timeline-mark" data-mark={kind} transform={`translate(${layout.x(at)} 15)`}>
          {MARK_SHAPES[kind]}
        </g>
      ))}
    </>
  )
})

/** Renewals of the same pixel are one line; what is rare lies above them. */
function visible(marks: TimelineRow['marks'], { x }: Layout): TimelineRow['marks'] {
  let last = -CLOSE
  const renewals = marks.filter(isRenewal).filter(({ at }) => {
    const isFar = x(at) - last >= CLOSE
    if (isFar) last = x(at)
    return isFar
  })
  return [...renewals, ...marks.filter((mark) => !isRenewal(mark))]
}

const CLOSE = 3
