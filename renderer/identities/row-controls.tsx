import { memo } from 'react'
import { isActiveState, type IdentityView } from '#core/snapshot/snapshot'
import { IconButton, Switch } from '../parts/buttons.tsx'
import { useActions, useFace } from '../services.ts'
import { renews } from './selection.ts'
import { StarButton } from './star-button.tsx'

interface RowControlsProps {
  readonly view: IdentityView
  /** Whether the pointer is on the row: its shortcuts are three buttons that no other row has to carry. */
  readonly pointed: boolean
}

/** The switch, and the mouse's shortcuts. What is not handled has neither. */
export const RowControls = memo(function RowControls({ view, pointed }: RowControlsProps) {
  const actions = useActions()
  const switching = useFace(
    ({ pending }) => pending.has(`session/activate ${view.name}`) || pending.has(`session/deactivate ${view.name}`),
  )
  if (view.state.kind === 'not-handled') return null
  return (
    <>
      {pointed ? <RowActions view={view} /> : null}
      <Switch
        label={`Keep ${view.name} fresh`}
        on={isActiveState(view.state)}
        disabled={switching}
        onPress={() => void actions.toggle(view)}
      />
    </>
  )
})

function RowActions({ view }: { readonly view: IdentityView }) {
  const actions = useActions()
  const refreshing = useFace(({ pending }) => pending.has(`session/refresh ${view.name}`))
  return (
    <span className="row-actions">
      <StarButton view={view} tabStop={false} />
      <IconButton
        glyph="copy"
        label={`Copy AWS_PROFILE=${view.profile}`}
        tabStop={false}
        onPress={() => void actions.copyProfile(view)}
      />
      {renews(view) ? (
        <IconButton
          glyph="refresh"
          label={`Refresh ${view.name} now`}
          tabStop={false}
          disabled={refreshing || view.state.kind === 'refreshing'}
          onPress={() => void actions.refresh(view.name)}
        />
      ) : null}
    </span>
  )
}
