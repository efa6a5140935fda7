import { type RefObject, useLayoutEffect, useState } from 'react'

/** How wide an element is, in whole CSS pixels. */
export function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(FIRST_GUESS)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const look = () => setWidth(element.clientWidth === 0 ? FIRST_GUESS : element.clientWidth)
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    look()
    return () => sizes.disconnect()
  }, [box])
  return width
}

/** Where there is no layout (tests): as if the window were as wide as it opens. */
const FIRST_GUESS = 428
