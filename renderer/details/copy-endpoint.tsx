import type { IdentityView } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { useActions, useFace } from '../services.ts'

/** Only while the endpoint is on: whoever has not chosen it need not read of it. */
export function CopyEndpoint({ view }: { readonly view: IdentityView }) {
  const actions = useActions()
  const isOn = useFace(({ state }) => state?.snapshot.settings.endpoint ?? false)
  const busy = useFace(({ pending }) => pending.has(`session/copy-endpoint ${view.name}`))
  if (!isOn) return null
  return (
    <div className="open-line">
      <Button glyph="copy" busy={busy} onPress={() => void actions.copyEndpoint(view)}>
        Copy endpoint
      </Button>
      <span className="open-word">for long-running programs</span>
    </div>
  )
}
