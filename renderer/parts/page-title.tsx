import { useEffect, useRef } from 'react'

/** The title of a screen. It takes the focus, so that it is read out, and so that an Enter on its way presses nothing. */
export function PageTitle({ id, children }: { readonly id: string; readonly children: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  return (
    <h2 id={id} ref={title} tabIndex={-1}>
      {children}
    </h2>
  )
}
