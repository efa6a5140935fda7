import { useId } from 'react'
import type { IdentityView } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { useTwoSteps } from '../parts/use-two-steps.ts'
import { useActions, useFace } from '../services.ts'
import { shellName } from './shell-names.ts'

/** The keys themselves are a second step, which says what the clipboard will hold. */
export function CopyKeys({ view }: { readonly view: IdentityView }) {
  const actions = useActions()
  const words = useId()
  const { asked, ask, leave, button, question } = useTwoSteps<HTMLDivElement>()
  const format = useFace(({ exportFormat }) => exportFormat)
  const busy = useFace(({ pending }) => pending.has(`session/copy-exports ${view.name}`))
  if (!asked) {
    return (
      <div className="open-line">
        <Button ref={button} glyph="copy" busy={busy} onPress={ask}>
          Copy keys…
        </Button>
        <span className="open-word">for what knows no profiles</span>
      </div>
    )
  }
  return (
    <div className="open-keys" role="group" aria-labelledby={words} tabIndex={-1} ref={question}>
      <p id={words}>
        The clipboard will hold the <strong>secret key and session token</strong> of {view.name}, written for{' '}
        {shellName(format)}. They are good until the session ends; every program here can read them there. Credtray
        clears the clipboard after 60 s.
      </p>
      <div className="details-actions">
        <Button
          look="danger"
          busy={busy}
          onPress={() => {
            leave()
            void actions.copyKeys(view)
          }}
        >
          Copy the keys
        </Button>
        <Button onPress={leave}>Cancel</Button>
      </div>
    </div>
  )
}
