import { useId, useState } from 'react'
import type { IdentityView } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { useActions, useFace } from '../services.ts'
import { shellName } from './shell-names.ts'

/** The keys themselves are a second step, which says what the clipboard will hold. */
export function CopyKeys({ view }: { readonly view: IdentityView }) {
  const actions = useActions()
  const words = useId()
  const [asked, setAsked] = useState(false)
  const format = useFace(({ exportFormat }) => exportFormat)
  const busy = useFace(({ pending }) => pending.has(`session/copy-exports ${view.name}`))
  if (!asked) {
    return (
      <div className="open-line">
        <Button glyph="copy" disabled={busy} onPress={() => setAsked(true)}>
          Copy keys…
        </Button>
        <span className="open-word">for what knows no profiles</span>
      </div>
    )
  }
  return (
    <div className="open-keys" role="group" aria-labelledby={words}>
      <p id={words}>
        The clipboard will hold the <strong>secret key and session token</strong> of {view.name}, written for{' '}
        {shellName(format)}. They are good until the session ends; every program here can read them there. Credtray
        clears the clipboard after 60 s.
      </p>
      <div className="details-actions">
        <Button
          look="danger"
          disabled={busy}
          onPress={() => {
            setAsked(false)
            void actions.copyKeys(view)
          }}
        >
          Copy the keys
        </Button>
        <Button onPress={() => setAsked(false)}>Cancel</Button>
      </div>
    </div>
  )
}
