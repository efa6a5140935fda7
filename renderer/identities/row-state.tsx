import { memo } from 'react'
import type { IdentityView } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { useActions } from '../services.ts'
import { Remaining } from './remaining.tsx'

/** The state in words and as a bar; a button where a person is needed. A key in the filter draws none of it anew. */
export const RowState = memo(function RowState({ view }: { readonly view: IdentityView }) {
  if (view.state.kind === 'waiting-for-trust') return <RowAsk view={view} words="Review" />
  if (view.state.kind !== 'needs-you') return <Remaining state={view.state} />
  return <RowAsk view={view} words={ASKS[view.state.ask.kind]} />
})

const ASKS = {
  'mfa-code': 'Enter code',
  keys: 'Enter keys',
  'sign-in': 'Sign in',
  'first-write': 'Look at it',
  look: 'Have a look',
} as const

function RowAsk({ view, words }: { readonly view: IdentityView; readonly words: string }) {
  const actions = useActions()
  return (
    <span className="row-ask">
      <Remaining state={view.state} withBar={false} />
      <Button look="ask" tabStop={false} onPress={() => actions.show(view.name)}>
        {words}
      </Button>
    </span>
  )
}
