import type { IdentityView } from '#core/snapshot/snapshot'
import { Button, IconButton } from '../parts/buttons.tsx'
import { useActions } from '../services.ts'
import { subjectsOf } from './selection.ts'

/** The id by which Enter finds it. */
export const SELECTION_ID = 'selection'

/** More than these are counted. */
const NAMED = 6

/** What can be done with all that is selected. It stands where the details of one would stand. */
export function SelectionBar({ views }: { readonly views: readonly IdentityView[] }) {
  const actions = useActions()
  const { toActivate, toDeactivate, toRefresh } = subjectsOf(views)
  return (
    <section className="selection" aria-label="Selection">
      <div className="selection-head">
        <p className="selection-count" role="status">
          {views.length} selected
        </p>
        <IconButton glyph="close" label="Select nothing" onPress={actions.unmark} />
      </div>
      <p className="selection-names">{namesOf(views)}</p>
      <div className="selection-buttons" id={SELECTION_ID}>
        <Button disabled={toActivate.length === 0} onPress={() => void actions.activate(toActivate)}>
          Activate {countOf(toActivate)}
        </Button>
        <Button disabled={toDeactivate.length === 0} onPress={() => void actions.deactivate(toDeactivate)}>
          Deactivate {countOf(toDeactivate)}
        </Button>
        <Button glyph="refresh" disabled={toRefresh.length === 0} onPress={() => void actions.refreshAll(toRefresh)}>
          Refresh {countOf(toRefresh)}
        </Button>
        <Button glyph="sets" onPress={() => actions.setSets({ kind: 'add', names: views.map(({ name }) => name) })}>
          Add to set…
        </Button>
      </div>
    </section>
  )
}

/** How many of the selected ones a button is about; nothing where it is about none. */
const countOf = (views: readonly IdentityView[]): string => (views.length === 0 ? '' : String(views.length))

function namesOf(views: readonly IdentityView[]): string {
  const named = views.slice(0, NAMED).map(({ name }) => name)
  const others = views.length - named.length
  return others === 0 ? named.join(', ') : `${named.join(', ')} and ${others} more`
}
