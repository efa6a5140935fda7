import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import type { IdentityView } from '#core/snapshot/snapshot'
import { useActions, useFace } from '../services.ts'
import type { Filter } from './filter.ts'
import { GroupRow } from './group-row.tsx'
import { IdentityRow, type Mark } from './identity-row.tsx'
import { cursorIn, isStop, type Line } from './lines.ts'
import { stack, topOf, totalOf, visibleRows } from './stack.ts'
import { useFollow, useStayInSight } from './use-follow.ts'
import { useViewport } from './use-viewport.ts'

/** Also in styles/list.css, in CSS pixels. */
const ROW_HEIGHT = 60
const HEADING_HEIGHT = 40
const EXTRA_ROWS = 6

interface IdentityListProps {
  readonly lines: readonly Line[]
  /** Whose details are shown. `null`: nobody's, several are selected together. */
  readonly shown: IdentityView | null
  readonly grouped: boolean
  readonly filter: Filter
}

/** The list. Only the rows in sight are in the page, and always the one with the keys, which may have the focus. */
export function IdentityList({ lines, shown, grouped, filter }: IdentityListProps) {
  const box = useRef<HTMLDivElement>(null)
  const sight = useViewport(box)
  const tops = useMemo(() => stack(lines.map(heightOf)), [lines])
  const positions = useMemo(() => positionsOf(lines), [lines])
  const cursor = useCursor(lines)
  const marked = useFace((face) => face.marked)
  const onRange = useRange(lines)
  useFollow(box, { tops, cursor })
  useStayInSight(box, { tops, cursor })

  const drawn = indices({ ...visibleRows(tops, sight, EXTRA_ROWS), cursor })
  const place = (index: number) => ({
    position: positions[index] ?? 0,
    top: topOf(tops, index),
    cursor: index === cursor,
  })
  return (
    <div className="list" ref={box}>
      <div
        role={grouped ? 'treegrid' : 'grid'}
        className="grid"
        aria-label="Identities"
        aria-multiselectable
        aria-rowcount={positions.at(-1) ?? 0}
        style={{ height: totalOf(tops) }}
      >
        {drawn.map((index) => {
          const line = lines[index]
          if (line === undefined) return null
          if (line.kind === 'heading') return <Heading key="heading" title={line.title} top={topOf(tops, index)} />
          if (line.kind === 'group') return <GroupRow key={line.group.key} line={line} {...place(index)} />
          const mark = markOf(line.view, shown, marked)
          return (
            <IdentityRow
              key={line.view.name}
              {...{ view: line.view, mark, grouped, filter, onRange }}
              {...place(index)}
            />
          )
        })}
      </div>
    </div>
  )
}

const heightOf = ({ kind }: Line): number => (kind === 'identity' ? ROW_HEIGHT : HEADING_HEIGHT)

/** Which row each line is, counted from 1; a heading is none. */
function positionsOf(lines: readonly Line[]): readonly number[] {
  let row = 0
  return lines.map((line) => (isStop(line) ? ++row : row))
}

function markOf({ name }: IdentityView, shown: IdentityView | null, marked: ReadonlySet<IdentityView['name']>): Mark {
  if (marked.size > 0) return marked.has(name) ? 'in' : 'out'
  return shown?.name === name ? 'shown' : 'none'
}

function useCursor(lines: readonly Line[]): number {
  const selected = useFace((face) => face.selected)
  const header = useFace((face) => face.header)
  return cursorIn(lines, { selected, header })
}

/** One and the same function for good, or each change would draw every row. */
function useRange(lines: readonly Line[]) {
  const actions = useActions()
  const latest = useRef(lines)
  useLayoutEffect(() => {
    latest.current = lines
  }, [lines])
  return useCallback(
    (view: IdentityView) => {
      const stops = latest.current.filter(isStop)
      actions.markTo(
        stops,
        stops.findIndex((line) => line.kind === 'identity' && line.view.name === view.name),
      )
    },
    [actions],
  )
}

function Heading({ title, top }: { readonly title: string; readonly top: number }) {
  return (
    <div role="presentation" className="list-heading" style={{ transform: `translateY(${top}px)` }}>
      {title}
    </div>
  )
}

function indices({ from, to, cursor }: { readonly from: number; readonly to: number; readonly cursor: number }) {
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset)
  if (cursor === -1 || (cursor >= from && cursor < to)) return drawn
  return cursor < from ? [cursor, ...drawn] : [...drawn, cursor]
}
