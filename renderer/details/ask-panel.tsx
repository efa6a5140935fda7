import { unreachable } from '#core/base/result'
import type { IdentityView, StateView } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { useActions, useFace } from '../services.ts'
import { CodeForm } from './code-form.tsx'
import { FirstWritePanel } from './first-write-panel.tsx'
import { KeysForm } from './keys-form.tsx'
import { LookPanel } from './look-panel.tsx'

export type Ask = Extract<StateView, { readonly kind: 'needs-you' }>['ask']

/** What only a person can do: type a code or keys, or be there when a browser opens. */
export function AskPanel({ view, ask }: { readonly view: IdentityView; readonly ask: Ask }) {
  return (
    <div className="ask">
      <AskForm view={view} ask={ask} />
    </div>
  )
}

function AskForm({ view, ask }: { readonly view: IdentityView; readonly ask: Ask }) {
  switch (ask.kind) {
    case 'mfa-code':
      return <CodeForm view={view} ask={ask} />
    case 'keys':
      return <KeysForm key={ask.identity} view={view} ask={ask} />
    case 'first-write':
      return <FirstWritePanel view={view} ask={ask} />
    case 'look':
      return <LookPanel view={view} ask={ask} />
    case 'sign-in':
      return <SignIn view={view} />
    default:
      return unreachable(ask)
  }
}

function SignIn({ view }: { readonly view: IdentityView }) {
  const actions = useActions()
  const busy = useFace(({ pending }) => pending.has(`session/refresh ${view.name}`))
  return (
    <>
      <p className="ask-title">{view.name} waits for you to sign in</p>
      <p className="ask-text">Its command opens a browser or a dialog, so Credtray starts it only when you say so.</p>
      <Button look="primary" busy={busy} onPress={() => void actions.refresh(view.name)}>
        {busy ? 'Signing in…' : 'Sign in now'}
      </Button>
    </>
  )
}
