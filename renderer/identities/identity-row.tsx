import { memo, useRef } from 'react'
import type { Problem } from '#core/base/problem'
import { isActiveState, type IdentityView } from '#core/snapshot/snapshot'
import { isMismatched } from '../details/mismatch.ts'
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
  // Pressing the button moves the focus, and with it the selection, before the click comes.
  const wasSelected = useRef<boolean | null>(null)
  return (
    <div
      role="row"
      className="row"
      data-state={view.state.kind}
      aria-rowindex={position}
      aria-selected={selected}
      tabIndex={selected ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={() => (wasSelected.current = selected)}
      onClick={() => {
        actions.pick(view.name, wasSelected.current ?? selected)
        wasSelected.current = null
      }}
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

/** "profile staging · via corp-base · account 111122223333", as many as fit. For what is not handled: why. */
function RowMeta({ view }: { readonly view: IdentityView }) {
  const parts = metaParts(view)
  return (
    <span className="row-meta" title={parts.join(' · ')}>
      {isMismatched(view) ? <span className="row-alarm">Wrong account or role</span> : null}
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </span>
  )
}

function metaParts(view: IdentityView): readonly string[] {
  if (view.state.kind === 'not-handled') return [whyNot(view.kind, view.state.because)]
  const parents = view.chain.slice(0, -1)
  const parts = [
    // A profile that is called like its identity would only say the same twice.
    view.profile.toString() === view.name.toString() ? null : `profile ${view.profile}`,
    parents.length === 0 ? null : `via ${parents.join(' → ')}`,
    view.account === null ? null : `account ${view.account}`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? [view.sourceLabel] : parts
}

/** A kind of Atmos that is not ours says it all; there is no room for a sentence that says it again. */
const whyNot = (kind: string, because: Problem): string =>
  because.code === 'identity/not-handled' ? kind : because.message

function RowState({ view }: { readonly view: IdentityView }) {
  const actions = useActions()
  if (view.state.kind === 'waiting-for-trust') {
    return <RowAsk view={view} words="Review" onPress={() => actions.show(view.name)} />
  }
  if (view.state.kind !== 'needs-you') return <Remaining state={view.state} />
  return <RowAsk view={view} words={ASKS[view.state.ask.kind]} onPress={() => actions.show(view.name)} />
}

const ASKS = {
  'mfa-code': 'Enter code',
  keys: 'Enter keys',
  'sign-in': 'Sign in',
  'first-write': 'Look at it',
  look: 'Have a look',
} as const

interface RowAskProps {
  readonly view: IdentityView
  readonly words: string
  readonly onPress: () => void
}

function RowAsk({ view, words, onPress }: RowAskProps) {
  return (
    <span className="row-ask">
      <Remaining state={view.state} withBar={false} />
      <Button look="ask" tabStop={false} onPress={onPress}>
        {words}
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
  const active = isActiveState(view.state)
  return (
    <>
      <span className="row-actions">
        <IconButton
          glyph="copy"
          label={`Copy AWS_PROFILE=${view.profile}`}
          tabStop={false}
          onPress={() => void actions.copyProfile(view)}
        />
        {active && view.state.kind !== 'waiting-for-trust' ? (
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
