import { isActiveState, type IdentityView } from '#core/snapshot/snapshot'
import type { Stop } from './lines.ts'

type Name = IdentityView['name']

/** Whether something can be done with it together with others. */
export const isMarkable = ({ state }: IdentityView): boolean => state.kind !== 'not-handled'

/** Everything from one line to another, in either direction. */
export function rangeOf(stops: readonly Stop[], from: number, to: number): readonly Name[] {
  return stops
    .slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1)
    .flatMap((line) => (line.kind === 'identity' && isMarkable(line.view) ? [line.view.name] : []))
}

/** What each button of the selection is about. */
export interface Subjects {
  readonly toActivate: readonly IdentityView[]
  readonly toDeactivate: readonly IdentityView[]
  readonly toRefresh: readonly IdentityView[]
}

export function subjectsOf(views: readonly IdentityView[]): Subjects {
  return {
    toActivate: views.filter(({ state }) => !isActiveState(state) && state.kind !== 'not-handled'),
    toDeactivate: views.filter(({ state }) => isActiveState(state)),
    toRefresh: views.filter(renews),
  }
}

/** What waits for an approval is not renewed by a key or a button of many. */
export const renews = ({ state }: IdentityView): boolean => isActiveState(state) && state.kind !== 'waiting-for-trust'
