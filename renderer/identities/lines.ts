import type { GroupBy } from '#core/settings/settings'
import type { IdentityView } from '#core/snapshot/snapshot'
import { type Group, groupsOf } from './groups.ts'

/** The header of a group. */
export interface GroupLine {
  readonly kind: 'group'
  readonly group: Group
  readonly open: boolean
}

export interface IdentityLine {
  readonly kind: 'identity'
  readonly view: IdentityView
  /** The group it stands in. `null`: the list is not grouped. */
  readonly inside: string | null
}

/** What the keys can stand on. */
export type Stop = GroupLine | IdentityLine

/** One line of the list. A heading only names what is below it. */
export type Line = Stop | { readonly kind: 'heading'; readonly title: string }

export const isStop = (line: Line): line is Stop => line.kind !== 'heading'

/** The list from top to bottom: of a closed group only the header. */
export function linesOf(
  views: readonly IdentityView[],
  groupBy: GroupBy,
  closed: ReadonlySet<string>,
): readonly Line[] {
  if (groupBy === 'none') return plainLines(views)
  return groupsOf(views, groupBy).flatMap((group): readonly Line[] => {
    const open = !closed.has(group.key)
    const rows = open ? group.views.map((view) => ({ kind: 'identity', view, inside: group.key }) as const) : []
    return [{ kind: 'group', group, open }, ...rows]
  })
}

function plainLines(views: readonly IdentityView[]): readonly Line[] {
  const rows = views.map((view) => ({ kind: 'identity', view, inside: null }) as const)
  const at = views.findIndex((view) => view.state.kind === 'not-handled')
  if (at === -1) return rows
  return [...rows.slice(0, at), { kind: 'heading', title: 'Not handled by Credtray' }, ...rows.slice(at)]
}

/** Where the keys stand. */
export interface Cursor {
  readonly selected: IdentityView['name'] | null
  /** The header of this group. `null`: the selected identity. */
  readonly header: string | null
}

/** Which line that is: the header of a closed group stands for what is inside, the first line for what is gone. */
export function cursorIn(lines: readonly Line[], { selected, header }: Cursor): number {
  const onHeader = lines.findIndex((line) => line.kind === 'group' && line.group.key === header)
  if (onHeader !== -1) return onHeader
  const onRow = lines.findIndex((line) => line.kind === 'identity' && line.view.name === selected)
  if (onRow !== -1) return onRow
  const closed = lines.findIndex(
    (line) => line.kind === 'group' && !line.open && line.group.views.some(({ name }) => name === selected),
  )
  return closed === -1 ? lines.findIndex(isStop) : closed
}
