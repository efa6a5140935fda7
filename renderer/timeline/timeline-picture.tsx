import { type Ref, useCallback, useState } from 'react'
import type { Instant } from '#core/base/time'
import type { Timeline } from '#core/timeline/timeline'
import { type Layout, layoutOf } from './layout.ts'
import { type Pointed, TimelineRow } from './timeline-row.tsx'
import { momentWords, rowWords } from './words.ts'

interface PictureProps {
  readonly timeline: Timeline
  readonly width: number
  readonly picture: Ref<SVGSVGElement>
}

/** The sessions over time, and in words what is pointed at. */
export function TimelinePicture({ timeline, width, picture }: PictureProps) {
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const onPoint = useCallback(
    (next: Pointed) =>
      setPointed((last) => (last?.row.name === next.row.name && last.moment?.at === next.moment?.at ? last : next)),
    [],
  )
  const { now, rows } = timeline
  const layout = layoutOf(timeline, width)
  return (
    <>
      <p className="timeline-readout" aria-live="polite">
        {pointed === null ? (
          'Point at a row, or go from moment to moment with Tab and the arrow keys.'
        ) : (
          <>
            <strong>{pointed.row.name}</strong>{' '}
            {pointed.moment === null ? rowWords(pointed.row, now) : momentWords(pointed.moment, now)}
          </>
        )}
      </p>
      <svg
        ref={picture}
        className="timeline"
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="group"
        aria-label="Sessions of the last and the next twelve hours"
      >
        <Ground timeline={timeline} layout={layout} />
        {rows.map((row, at) => (
          <TimelineRow
            key={row.name}
            row={row}
            at={at}
            layout={layout}
            now={now}
            pointed={pointed?.row.name === row.name ? pointed.moment : undefined}
            onPoint={onPoint}
          />
        ))}
        <path className="timeline-now" d={`M${layout.x(now)} 18V${layout.height}`} />
        <text className="timeline-now-word" x={layout.x(now)} y={13} textAnchor="middle">
          now
        </text>
      </svg>
    </>
  )
}

/** Hours, and the times in which nobody looked after the sessions. */
function Ground({ timeline, layout }: { readonly timeline: Timeline; readonly layout: Layout }) {
  const { x, height } = layout
  return (
    <g aria-hidden="true">
      <pattern id="timeline-asleep" width="6" height="6" patternUnits="userSpaceOnUse">
        <path className="timeline-hatch" d="M-1 7 7-1" />
      </pattern>
      <pattern id="timeline-off" width="6" height="6" patternUnits="userSpaceOnUse">
        <path className="timeline-hatch" d="M-1 7 7-1M-1-1 7 7" />
      </pattern>
      {layout.ticks.map((at) => (
        <g key={at}>
          <path className="timeline-tick" d={`M${x(at)} 20V${height}`} />
          {Math.abs(x(at) - x(timeline.now)) < CLEAR || x(at) > layout.width - CLEAR ? null : (
            <text className="timeline-hour" x={x(at)} y={13} textAnchor="middle">
              {hourWords(at)}
            </text>
          )}
        </g>
      ))}
      {timeline.absences.map(({ kind, from, to }) => (
        <rect
          key={from}
          x={x(from)}
          y={20}
          width={Math.max(1, x(to) - x(from))}
          height={height - 20}
          fill={`url(#timeline-${kind})`}
        >
          <title>{kind === 'asleep' ? 'The machine slept' : 'Credtray did not run'}</title>
        </rect>
      ))}
    </g>
  )
}

/** Half a word and a space, in pixels: nearer, they would run into each other, or out of the picture. */
const CLEAR = 36

const hourWords = (at: Instant): string =>
  new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
