import type { GroupBy } from '#core/settings/settings'
import type { IdentityView } from '#core/snapshot/snapshot'
import { cursorIn, type Stop } from './identities/lines.ts'
import { renews } from './identities/selection.ts'
import { SELECTION_ID } from './identities/selection-bar.tsx'
import type { Command, PlainCommand } from './keys.ts'
import { FILTER_ID } from './list-tools.tsx'
import type { Services } from './services.ts'
import type { Face } from './store.ts'

/** Rows that a page key passes over. */
const PAGE = 8

export const MOVE_INTO_LIST: Command = { kind: 'move', by: 'row', direction: 1, extend: false }

/** What a key is about, at the moment it is pressed. */
interface Scene {
  readonly services: Services
  readonly face: Face
  readonly stops: readonly Stop[]
  readonly at: number
  /** `null`: the list is empty. */
  readonly line: Stop | null
  /** `null`: the keys stand on the header of a group. */
  readonly view: IdentityView | null
  /** What is selected of what is shown. */
  readonly marked: readonly IdentityView[]
}

export function obeyKey(command: Command, services: Services, stops: readonly Stop[]): void {
  const face = services.store.getState()
  const at = Math.max(0, cursorIn(stops, face))
  const line = stops[at] ?? null
  const view = line?.kind === 'identity' ? line.view : null
  const marked = viewsIn(stops).filter(({ name }) => face.marked.has(name))
  const scene = { services, face, stops, at, line, view, marked }
  if (command.kind === 'move') move(scene, command)
  else OBEY[command.kind](scene)
}

/** All that the filter lets through, also what a closed group hides. */
const viewsIn = (stops: readonly Stop[]): readonly IdentityView[] =>
  stops.flatMap((stop) => {
    if (stop.kind === 'identity') return [stop.view]
    return stop.open ? [] : stop.group.views
  })

/** Refresh and favourite are for all that is selected; without a selection for the one. */
const subjects = ({ marked, view }: Scene): readonly IdentityView[] => {
  if (marked.length > 0) return marked
  return view === null ? [] : [view]
}

const OBEY: Readonly<Record<PlainCommand, (scene: Scene) => void>> = {
  toggle(scene) {
    const { line, view, services } = scene
    if (line?.kind === 'group') return services.actions.setOpen(line.group.key, !line.open)
    // Enter on many at once would be more than one press should do.
    if (scene.marked.length > 0)
      return document.getElementById(SELECTION_ID)?.querySelector<HTMLButtonElement>('button:enabled')?.focus()
    if (view !== null) void services.actions.toggle(view)
  },
  refresh(scene) {
    const views = subjects(scene).filter(renews)
    if (views.length > 0) void scene.services.actions.refreshAll(views)
  },
  copy({ view, services }) {
    if (view !== null && view.state.kind !== 'not-handled') void services.actions.copyProfile(view)
  },
  favourite(scene) {
    const views = subjects(scene)
    if (views.length > 0) void scene.services.actions.setFavourites(views, !views.every((view) => view.isFavourite))
  },
  space(scene) {
    const { marked, line, view, services } = scene
    if (line?.kind === 'group') return services.actions.setOpen(line.group.key, !line.open)
    if (marked.length > 0 && view !== null) return services.actions.mark(view)
    if (view !== null) services.actions.openDetails(view.name)
  },
  open({ marked, line, view, services: { actions } }) {
    if (line?.kind === 'group') return actions.setOpen(line.group.key, true)
    if (marked.length === 0 && view !== null) actions.openDetails(view.name)
  },
  close({ face, line, services: { actions } }) {
    if (line?.kind === 'group') return actions.setOpen(line.group.key, false)
    if (face.detailsOpen) return actions.closeDetails()
    if (line !== null && line.inside !== null) actions.moveToHeader(line.inside)
  },
  mark({ view, services }) {
    if (view !== null) services.actions.mark(view)
  },
  'mark-all': ({ stops, services }) => services.actions.markAll(viewsIn(stops)),
  group({ face, services }) {
    const groupBy = face.state?.snapshot.settings.view.groupBy ?? 'none'
    void services.actions.setGroupBy(NEXT[groupBy])
  },
  sets: ({ services }) => services.actions.setSets({ kind: 'work' }),
  filter: () => document.getElementById(FILTER_ID)?.focus(),
  help: ({ services }) => services.actions.setHelpOpen(true),
  // Where it cannot be, main says why.
  console: ({ view, services }) => void (view === null ? null : services.actions.openConsole(view, null)),
  terminal: ({ view, services }) => void (view === null ? null : services.actions.openTerminal(view)),
  exports: ({ view, services }) => void (view === null ? null : services.actions.copyExports(view)),
  timeline: ({ services }) => services.actions.setScreen('timeline'),
  settings: ({ services }) => services.actions.setScreen('settings'),
  lasting: ({ services }) => services.actions.setScreen('lasting'),
  pause: ({ face, services }) => void services.actions.setPaused(face.state?.snapshot.paused !== true),
  escape,
}

const NEXT: Readonly<Record<GroupBy, GroupBy>> = { none: 'account', account: 'root', root: 'tag', tag: 'none' }

/** One step out at a time: first what lies over the list, then what was done to it, then the window. */
function escape(scene: Scene): void {
  const { services, face } = scene
  if (face.question !== null) return services.actions.leaveQuestion()
  if (face.refused !== null) return services.actions.dismissRefusal()
  if (face.screen !== 'list') return services.actions.setScreen('list')
  escapeList(scene)
}

/** The window itself comes last, and only where the tray brings it back. */
function escapeList({ services: { actions }, face, marked, line }: Scene): void {
  if (marked.length > 0) return actions.unmark()
  if (face.filter !== '') return actions.setFilter('')
  if (document.activeElement?.closest('.grid') === null && line !== null) return moveTo(actions, line)
  if (face.detailsOpen) return actions.closeDetails()
  if (face.state?.trayShown === true) void actions.hideWindow()
}

function move({ services: { actions }, face, stops, at }: Scene, command: Command & { kind: 'move' }): void {
  const to = target(command, at, stops.length)
  if (command.extend) return actions.markTo(stops, to)
  const line = stops[to]
  if (line === undefined) return
  const stays = to === at && document.activeElement?.role === 'row' && isCursor(line, face)
  if (!stays) moveTo(actions, line)
}

const isCursor = (line: Stop, { selected, header }: Face): boolean =>
  line.kind === 'group' ? header === line.group.key : header === null && selected === line.view.name

function moveTo(actions: Services['actions'], line: Stop): void {
  if (line.kind === 'group') actions.moveToHeader(line.group.key)
  else actions.moveTo(line.view.name)
}

function target({ by, direction }: Command & { kind: 'move' }, at: number, count: number): number {
  if (by === 'end') return direction === 1 ? count - 1 : 0
  // The first arrow key into the list stays on the selected row: it was not in the list yet.
  if (document.activeElement?.role !== 'row') return at
  return Math.max(0, Math.min(count - 1, at + direction * (by === 'page' ? PAGE : 1)))
}
