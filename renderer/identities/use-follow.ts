import { useLayoutEffect, useRef, type RefObject } from 'react'
import { useFace } from '../services.ts'
import { scrollToShow, type Stack } from './stack.ts'

/** The space around the rows; also in styles/list.css. */
const PADDING = 8

interface Place {
  readonly tops: Stack
  /** The line that the keys stand on; -1: the list is empty. */
  readonly cursor: number
}

/** After a move by keyboard or from outside: the line comes into sight and takes the focus. */
export function useFollow(box: RefObject<HTMLDivElement | null>, { tops, cursor }: Place): void {
  const moves = useFace((face) => face.moves)
  const seen = useRef(moves)
  useLayoutEffect(() => {
    const list = box.current
    if (list === null || cursor === -1 || moves === seen.current) return
    seen.current = moves
    bringIntoSight(list, { tops, cursor })
    list.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true })
  }, [box, moves, tops, cursor])
}

/** In a narrow window the details open over the lower rows: the one that was clicked must not go under. */
export function useStayInSight(box: RefObject<HTMLDivElement | null>, { tops, cursor }: Place): void {
  const open = useFace((face) => face.detailsOpen)
  useLayoutEffect(() => {
    if (open && cursor !== -1 && box.current !== null) bringIntoSight(box.current, { tops, cursor })
    // Not when rows come or go above it: the list holds still.
  }, [box, open, cursor])
}

function bringIntoSight(list: HTMLElement, { tops, cursor }: Place): void {
  const inside = { top: list.scrollTop, height: list.clientHeight - 2 * PADDING }
  list.scrollTop = scrollToShow(tops, cursor, inside)
}
