import { memo } from 'react'
import type { IdentityView } from '#core/snapshot/snapshot'
import { Button, IconButton, Switch } from '../parts/buttons.tsx'
import { StateIcon } from '../parts/state-icon.tsx'
import { useActions, useFace } from '../services.ts'
import { Remaining } from './remaining.tsx'

export interface IdentityRowProps {
  readonly view: IdentityView
  /** Counted from 1 over the whole list, also over rows that are not drawn. */
  readonly position: number
  readonly top: number
  readonly selected: boolean
}

/** One identity. Drawn again only when its view, its place or its selection changed. */
export const IdentityRow = memo(function IdentityRow({ view, position, top, selected }: IdentityRowProps) {
  const actions = useActions()
  return (
    <div
      role="row"
      className="row"
      data-state={view.state.kind}
      aria-rowindex={position}
      aria-selected={selected}
      tabIndex={selected ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => actions.select(view.name)}
      onDoubleClick={() => actions.setDetailsOpen(true)}
      onFocus={() => actions.select(view.name)}
    >
      <div role="gridcell" className="row-identity">
        <StateIcon state={view.state} />
        <span className="row-text">
          <span className="row-name" title={view.name}>
            {view.name}
          </span>
          <RowMeta view={view} />
        </span>
      </div>
      <div role="gridcell" className="row-state">
        <RowState view={view} />
      </div>
      <div role="gridcell" className="row-controls">
        <RowControls view={view} />
      </div>
    </div>
  )
})

/** "profile staging · 111122223333 · via corp-base". For what is not handled: why. */
function RowMeta({ view }: { readonly view: IdentityView }) {
  if (view.state.kind === 'not-handled') return <span className="row-meta">{view.state.because.message}</span>
  const parents = view.chain.slice(0, -1)
  return (
    <span className="row-meta">
      <span className="visually-hidden">profile </span>
      <span className="row-profile">{view.profile}</span>
      {view.account === null ? null : <span className="row-account">{view.account}</span>}
      {parents.length === 0 ? null : <span>via {parents.join(' → ')}</span>}
    </span>
  )
}

function RowState({ view }: { readonly view: IdentityView }) {
  const actions = useActions()
  if (view.state.kind !== 'needs-you') return <Remaining state={view.state} />
  return (
    <span className="row-ask">
      <span className="state-word">needs you</span>
      <Button look="primary" tabStop={false} onPress={() => actions.show(view.name)}>
        {view.state.ask.kind === 'mfa-code' ? 'Enter code' : 'Sign in'}
      </Button>
    </span>
  )
}

function RowControls({ view }: { readonly view: IdentityView }) {
  const actions = useActions()
  const refreshing = useFace(({ pending }) => pending.has(`session/refresh ${view.name}`))
  const switching = useFace(
    ({ pending }) => pending.has(`session/activate ${view.name}`) || pending.has(`session/deactivate ${view.name}`),
  )
  if (view.state.kind === 'not-handled') return null
  const active = view.state.kind !== 'inactive'
  return (
    <>
      <span className="row-actions">
        <IconButton
          glyph="copy"
          label={`Copy AWS_PROFILE=${view.profile}`}
          tabStop={false}
          onPress={() => void actions.copyProfile(view)}
        />
        {active ? (
          <IconButton
            glyph="refresh"
            label={`Refresh ${view.name} now`}
            tabStop={false}
            disabled={refreshing || view.state.kind === 'refreshing'}
            onPress={() => void actions.refresh(view.name)}
          />
        ) : null}
      </span>
      <Switch
        label={`Keep ${view.name} fresh`}
        on={active}
        disabled={switching}
        onPress={() => void actions.toggle(view)}
      />
    </>
  )
}
