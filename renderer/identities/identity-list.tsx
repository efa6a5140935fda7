import { useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import type { IdentityView } from '#core/snapshot/snapshot'
import { useFace } from '../services.ts'
import { IdentityRow } from './identity-row.tsx'
import { scrollToShow, stack, topOf, totalOf, visibleRows, type Stack } from './stack.ts'
import { useViewport } from './use-viewport.ts'

/** Also in styles/list.css, in CSS pixels: the space around the rows, a row's and a heading's height. */
const PADDING = 8
const ROW_HEIGHT = 60
const HEADING_HEIGHT = 40
const EXTRA_ROWS = 6

interface IdentityListProps {
  readonly views: readonly IdentityView[]
  readonly selected: IdentityView | null
}

/** The list. Only the rows in sight are in the page, and always the selected one, which may have the focus. */
export function IdentityList({ views, selected }: IdentityListProps) {
  const box = useRef<HTMLDivElement>(null)
  const sight = useViewport(box)
  const heading = views.findIndex((view) => view.state.kind === 'not-handled')
  const tops = useMemo(() => stack(heights(views.length, heading)), [views.length, heading])
  const chosen = selected === null ? -1 : views.indexOf(selected)
  useFollow(box, { tops, chosen })
  useStayInSight(box, { tops, chosen })

  const { from, to } = visibleRows(tops, sight, EXTRA_ROWS)
  const drawn = indices({ from, to, chosen })
  return (
    <div className="list" ref={box}>
      <div
        role="grid"
        className="grid"
        aria-label="Identities"
        aria-rowcount={views.length}
        style={{ height: totalOf(tops) }}
      >
        {heading === -1 ? null : <Heading top={topOf(tops, heading)} />}
        {drawn.map((index) => {
          const view = views[index]
          return view === undefined ? null : (
            <IdentityRow
              key={view.name}
              view={view}
              position={index + 1}
              top={topOf(tops, index + 1) - ROW_HEIGHT}
              selected={index === chosen}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The first row that is not handled is higher: it carries the heading of its kind. */
function heights(count: number, heading: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => (index === heading ? ROW_HEIGHT + HEADING_HEIGHT : ROW_HEIGHT))
}

function Heading({ top }: { readonly top: number }) {
  return (
    <div role="presentation" className="list-heading" style={{ transform: `translateY(${top}px)` }}>
      Not handled by Credtray
    </div>
  )
}

function indices({ from, to, chosen }: { readonly from: number; readonly to: number; readonly chosen: number }) {
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset)
  if (chosen === -1 || (chosen >= from && chosen < to)) return drawn
  return chosen < from ? [chosen, ...drawn] : [...drawn, chosen]
}

interface Place {
  readonly tops: Stack
  readonly chosen: number
}

/** After a move by keyboard or from outside: the selected row comes into sight and takes the focus. */
function useFollow(box: RefObject<HTMLDivElement | null>, { tops, chosen }: Place): void {
  const moves = useFace((face) => face.moves)
  const seen = useRef(moves)
  useLayoutEffect(() => {
    const list = box.current
    if (list === null || chosen === -1 || moves === seen.current) return
    seen.current = moves
    bringIntoSight(list, { tops, chosen })
    list.querySelector<HTMLElement>('[aria-selected="true"]')?.focus({ preventScroll: true })
  }, [box, moves, tops, chosen])
}

/** In a narrow window the details open over the lower rows: the one that was clicked must not go under. */
function useStayInSight(box: RefObject<HTMLDivElement | null>, { tops, chosen }: Place): void {
  const open = useFace((face) => face.detailsOpen)
  useLayoutEffect(() => {
    if (open && chosen !== -1 && box.current !== null) bringIntoSight(box.current, { tops, chosen })
    // Not when rows come or go above it: the list holds still.
  }, [box, open, chosen])
}

function bringIntoSight(list: HTMLElement, { tops, chosen }: Place): void {
  const inside = { top: list.scrollTop, height: list.clientHeight - 2 * PADDING }
  list.scrollTop = scrollToShow(tops, chosen, inside)
}
