import { useEffect, useEffectEvent } from 'react'
import { isStop, type Line } from './identities/lines.ts'
import { commandFor, type Press } from './keys.ts'
import { FILTER_ID } from './list-tools.tsx'
import { MOVE_INTO_LIST, obeyKey } from './obey-key.ts'
import { useServices } from './services.ts'

/** The keys of the window, over the list as it stands now. */
export function useKeys(lines: readonly Line[]): void {
  const services = useServices()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { helpOpen, sets } = services.store.getState()
    if (helpOpen || sets !== null || event.defaultPrevented) return
    const command = leavesFilter(event) ? MOVE_INTO_LIST : commandFor(pressOf(event))
    if (command === null) return
    event.preventDefault()
    obeyKey(command, services, lines.filter(isStop))
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}

/** From the filter field the arrow or Enter goes on to what was found. */
function leavesFilter(event: KeyboardEvent): boolean {
  return document.activeElement?.id === FILTER_ID && (event.key === 'ArrowDown' || event.key === 'Enter')
}

function pressOf(event: KeyboardEvent): Press {
  return {
    key: event.key,
    main: event.ctrlKey || event.metaKey,
    alt: event.altKey,
    shift: event.shiftKey,
    focus: focusOf(document.activeElement),
  }
}

function focusOf(element: Element | null): Press['focus'] {
  if (element === null || element === document.body || element.role === 'row') return 'list'
  return element.matches('input, textarea, select') ? 'text' : 'control'
}
