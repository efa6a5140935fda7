import type { StateView } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { useTilde } from '../parts/use-tilde.ts'
import { useActions } from '../services.ts'

/** In the details of an identity that waits: why, and the way to the question. */
export function TrustPanel({ state }: { readonly state: Extract<StateView, { readonly kind: 'waiting-for-trust' }> }) {
  const actions = useActions()
  const tilde = useTilde()
  return (
    <div className="ask">
      <p className="ask-title">Nothing of it has run</p>
      <p className="ask-text">{tilde(state.because.message)}</p>
      <Button look="primary" onPress={() => actions.setScreen('trust')}>
        Show what would run
      </Button>
    </div>
  )
}
