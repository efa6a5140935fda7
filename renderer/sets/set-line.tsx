import type { ActivationSet } from '#core/settings/settings'
import type { IdentityView } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { ProductionBadge } from '../parts/production-badge.tsx'
import { useActions } from '../services.ts'
import { SetHotkey } from './set-hotkey.tsx'
import { setState } from './set-state.ts'

interface SetLineProps {
  readonly set: ActivationSet
  readonly identities: readonly IdentityView[]
  /** Whether its editor is open. */
  readonly open: boolean
  readonly onEdit: () => void
}

/** One set: how it stands, and one click for all of it. */
export function SetLine({ set, identities, open, onEdit }: SetLineProps) {
  const actions = useActions()
  const { views, active, words } = setState(set, identities)
  /** The question on production, and what needs the person, stand in the list. */
  const inTheList = (act: (of: readonly IdentityView[]) => Promise<void>) => {
    actions.setSets(null)
    void act(views)
  }
  return (
    <div className="set-line">
      <div className="set-text">
        <p className="set-name">
          <span>{set.name}</span>
          {views.some(({ isProduction }) => isProduction) ? <ProductionBadge /> : null}
          <SetHotkey set={set} />
        </p>
        <p className="set-state">{words}</p>
      </div>
      <div className="set-buttons">
        {active < views.length ? (
          <Button look="primary" onPress={() => inTheList(actions.activate)}>
            Activate<span className="visually-hidden"> {set.name}</span>
          </Button>
        ) : null}
        {active > 0 ? (
          <Button onPress={() => inTheList(actions.deactivate)}>
            Deactivate<span className="visually-hidden"> {set.name}</span>
          </Button>
        ) : null}
        <button
          type="button"
          className="icon-button"
          aria-label={`Edit ${set.name}`}
          title={`Edit ${set.name}`}
          aria-expanded={open}
          onClick={onEdit}
        >
          <Glyph name="edit" />
        </button>
      </div>
    </div>
  )
}
