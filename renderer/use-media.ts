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

/** From here on list and details stand side by side. Also in styles/base.css. */
export const WIDE = '(min-width: 760px)'
