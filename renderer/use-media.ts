import { useSyncExternalStore } from 'react'

/** Whether a media query holds, now and after each change. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}

/** From here on the header is one line, and the tools of the list stand before its buttons. Also in styles/base.css. */
export const ROOMY = '(min-width: 1040px)'

/** From here on list and details stand side by side. Also in styles/base.css. */
export const WIDE = '(min-width: 760px)'
