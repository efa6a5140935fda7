import { useEffect, useEffectEvent } from 'react'
import { isActiveState, type IdentityView } from '#core/snapshot/snapshot'
import { FILTER_ID } from './header.tsx'
import { commandFor, type Command, type Press } from './keys.ts'
import { useServices, type Services } from './services.ts'

/** Rows that a page key passes over. */
const PAGE = 8

/** The keys of the window, over the identities as they are listed now. */
export function useKeys(views: readonly IdentityView[]): void {
  const services = useServices()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (services.store.getState().helpOpen || event.defaultPrevented) return
    const command = leavesFilter(event) ? MOVE_INTO_LIST : commandFor(pressOf(event))
    if (command === null) return
    event.preventDefault()
    obey(command, services, views)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}

function obey(command: Command, services: Services, views: readonly IdentityView[]): void {
  const { store, actions } = services
  const face = store.getState()
  const at = Math.max(
    0,
    views.findIndex((view) => view.name === face.selected),
  )
  const view = views[at]
  switch (command.kind) {
    case 'move':
      return moveTo(services, views[target(command, at, views.length)])
    case 'toggle':
      return void (view === undefined ? null : actions.toggle(view))
    case 'refresh':
      return void (view === undefined || !renews(view) ? null : actions.refresh(view.name))
    case 'copy':
      return void (view === undefined || view.state.kind === 'not-handled' ? null : actions.copyProfile(view))
    case 'open':
    case 'close':
      return actions.setDetailsOpen(command.kind === 'open')
    case 'filter':
      return document.getElementById(FILTER_ID)?.focus()
    case 'help':
      return actions.setHelpOpen(true)
    case 'timeline':
      return actions.setScreen('timeline')
    case 'pause':
      return void actions.setPaused(face.state?.snapshot.paused !== true)
    case 'escape':
      return escape(services, view)
  }
}

/** One step out at a time; the window itself comes last, and only where the tray brings it back. */
function escape({ store, actions }: Services, view: IdentityView | undefined): void {
  const face = store.getState()
  if (face.refused !== null) return actions.dismissRefusal()
  if (face.screen !== 'list') return actions.setScreen('list')
  if (face.filter !== '') return actions.setFilter('')
  if (document.activeElement?.closest('.grid') === null && view !== undefined) return actions.moveTo(view.name)
  if (face.detailsOpen) return actions.setDetailsOpen(false)
  if (face.state?.trayShown === true) void actions.hideWindow()
}

function moveTo({ store, actions }: Services, view: IdentityView | undefined): void {
  if (view !== undefined && (view.name !== store.getState().selected || document.activeElement?.role !== 'row')) {
    actions.moveTo(view.name)
  }
}

function target(command: Extract<Command, { kind: 'move' }>, at: number, count: number): number {
  if (command.by === 'end') return command.direction === 1 ? count - 1 : 0
  // The first arrow key into the list stays on the selected row: it was not in the list yet.
  if (document.activeElement?.role !== 'row') return at
  return Math.max(0, Math.min(count - 1, at + command.direction * (command.by === 'page' ? PAGE : 1)))
}

/** What waits for an approval is not renewed by a key. */
const renews = ({ state }: IdentityView): boolean => isActiveState(state) && state.kind !== 'waiting-for-trust'

const MOVE_INTO_LIST: Command = { kind: 'move', by: 'row', direction: 1 }

/** From the filter field the arrow or Enter goes on to what was found. */
function leavesFilter(event: KeyboardEvent): boolean {
  return document.activeElement?.id === FILTER_ID && (event.key === 'ArrowDown' || event.key === 'Enter')
}

function pressOf(event: KeyboardEvent): Press {
  return {
    key: event.key,
    modified: event.ctrlKey || event.metaKey || event.altKey,
    focus: focusOf(document.activeElement),
  }
}

function focusOf(element: Element | null): Press['focus'] {
  if (element === null || element === document.body || element.role === 'row') return 'list'
  return element.matches('input, textarea') ? 'text' : 'control'
}
