import { memo, type KeyboardEvent, type PointerEvent } from 'react'
import type { Instant } from '#core/base/time'
import type { TimelineRow as Row } from '#core/timeline/timeline'
import { INSET, type Layout, ROW, shortened } from './layout.ts'
import { isRenewal, momentsOf, type Moment } from './moments.ts'
import { TimelineMarks } from './timeline-marks.tsx'
import { momentWords, rowWords } from './words.ts'

/** What is pointed at, by mouse or by key. `null` moment: the row as a whole. */
export interface Pointed {
  readonly row: Row
  readonly moment: Moment | null
}

interface RowProps {
  readonly row: Row
  readonly at: number
  readonly layout: Layout
  readonly now: Instant
  readonly pointed: Moment | null | undefined
  readonly onPoint: (pointed: Pointed) => void
}

/** One identity over time. Left and right go from moment to moment; a screen reader reads it as a slider. */
export const TimelineRow = memo(function TimelineRow({ row, at, layout, now, pointed, onPoint }: RowProps) {
  const moments = momentsOf(row, now)
  const place = pointed === null || pointed === undefined ? -1 : moments.findIndex((each) => sameMoment(each, pointed))
  const point = (moment: Moment | null) => onPoint({ row, moment })
  const onKeyDown = (event: KeyboardEvent) => {
    const to = target(event.key, place, moments.length)
    if (to === null) return
    event.preventDefault()
    event.stopPropagation()
    point(moments[to] ?? null)
  }
  const onPointerMove = ({ clientX, currentTarget }: PointerEvent<SVGGElement>) => {
    const left = currentTarget.ownerSVGElement?.getBoundingClientRect().left ?? 0
    point(nearest(moments, clientX - left, layout))
  }
  const moment = moments[place] ?? null
  return (
    <g
      className="timeline-row"
      transform={`translate(0 ${layout.rowTop(at)})`}
      tabIndex={0}
      role="slider"
      aria-label={row.name}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={Math.max(1, moments.length)}
      aria-valuenow={place + 1}
      aria-valuetext={moment === null ? rowWords(row, now) : momentWords(moment, now)}
      onFocus={() => point(moment)}
      onKeyDown={onKeyDown}
      onPointerMove={onPointerMove}
    >
      <rect className="timeline-ground" x={2} y={1} width={layout.width - 4} height={ROW - 2} rx={6} />
      <text className="timeline-name" x={INSET} y={19.5}>
        <title>{row.name}</title>
        {shortened(row.name, layout.left - 2 * INSET)}
      </text>
      <Bars row={row} layout={layout} now={now} />
      <TimelineMarks marks={row.marks} layout={layout} />
      {moment === null ? null : <circle className="timeline-here" cx={layout.x(moment.at)} cy={15} r={10.5} />}
    </g>
  )
})

function Bars({ row, layout: { x, width }, now }: Pick<RowProps, 'row' | 'layout' | 'now'>) {
  const end = (to: Instant | null) => (to === null ? width - INSET : x(to))
  return (
    <>
      {row.planned.map(({ from, to }) => (
        <rect
          key={from}
          className="timeline-planned"
          x={x(from)}
          y={12}
          width={wide(end(to) - x(from))}
          height={6}
          rx={2}
        />
      ))}
      {row.held.map(({ from, to }) => (
        <g key={from}>
          <rect
            className="timeline-held"
            x={x(from)}
            y={10}
            width={wide(Math.min(end(to), x(now)) - x(from))}
            height={10}
            rx={3}
          />
          {end(to) > x(now) ? (
            <rect className="timeline-rest" x={x(now)} y={10.5} width={wide(end(to) - x(now))} height={9} rx={3} />
          ) : null}
        </g>
      ))}
    </>
  )
}

/** A session of a minute is a line, not nothing. */
const wide = (width: number): number => Math.max(1.5, width)

const sameMoment = (a: Moment, b: Moment): boolean => a.kind === b.kind && a.at === b.at

function target(key: string, place: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowRight') return Math.min(count - 1, place + 1)
  if (key === 'ArrowLeft') return Math.max(0, place - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/** The nearest one, but nothing that is rare hides behind a renewal. */
function nearest(moments: readonly Moment[], at: number, { x }: Layout): Moment | null {
  const far = (moment: Moment): number => Math.abs(x(moment.at) - at) + (isRenewal(moment) ? NEAR : 0)
  const near = moments.filter((moment) => Math.abs(x(moment.at) - at) <= NEAR)
  return near.toSorted((a, b) => far(a) - far(b))[0] ?? null
}

/** How far beside a mark the pointer may be, in pixels. */
const NEAR = 9
