import { type IdentityView, isActiveState } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { useActions } from '../services.ts'

/** What sets are for, and how the first one comes about. */
export function NoSets({ identities }: { readonly identities: readonly IdentityView[] }) {
  const actions = useActions()
  const active = identities.filter(({ state }) => isActiveState(state)).map(({ name }) => name)
  return (
    <div className="no-sets">
      <p>
        A set is what you need for one piece of work: the accounts of a shop, of a customer, of the night shift. One
        click or one hotkey activates all of it.
      </p>
      <p className="muted">
        Select some identities in the list (<kbd>X</kbd>, or Ctrl or Cmd and a click), then press “Add to set…”.
      </p>
      {active.length === 0 ? null : (
        <Button glyph="sets" onPress={() => actions.setSets({ kind: 'add', names: active })}>
          Make a set of the {active.length === 1 ? 'active one' : `${active.length} active ones`}…
        </Button>
      )}
    </div>
  )
}
