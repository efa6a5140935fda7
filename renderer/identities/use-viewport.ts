import { useLayoutEffect, useState, type RefObject } from 'react'

/** Which part of a scrolling box can be seen, in steps of half a row: smaller moves draw nothing anew. */
export function useViewport(box: RefObject<HTMLElement | null>): { readonly top: number; readonly height: number } {
  const [sight, setSight] = useState({ top: 0, height: FIRST_GUESS })
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const look = () => {
      const top = Math.floor(element.scrollTop / STEP) * STEP
      const height = element.clientHeight === 0 ? FIRST_GUESS : element.clientHeight + STEP
      setSight((before) => (before.top === top && before.height === height ? before : { top, height }))
    }
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [box])
  return sight
}

const STEP = 30
/** Before the first layout, and where there is none (tests): as if the window were as high as it opens. */
const FIRST_GUESS = 640
