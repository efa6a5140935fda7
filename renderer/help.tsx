import { memo, useEffect, useRef } from 'react'
import { Button, IconButton } from './parts/buttons.tsx'
import { useActions, useFace } from './services.ts'
import { FILTER_FIELDS } from './identities/filter.ts'
import { KEY_HELP } from './keys.ts'

/** The keys, as a dialog of the platform: it holds the focus, and Esc closes it. */
export const Help = memo(function Help({ trayShown }: { readonly trayShown: boolean }) {
  const actions = useActions()
  const open = useFace((face) => face.helpOpen)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title" onClose={() => actions.setHelpOpen(false)}>
      <div className="help-head">
        <h2 id="help-title">Keyboard</h2>
        <IconButton glyph="close" label="Close help" onPress={() => actions.setHelpOpen(false)} />
      </div>
      {KEY_HELP.map(({ title, lines }) => (
        <KeyLines key={title} title={title} lines={lines} />
      ))}
      <FilterHelp />
      <p className="muted">
        They work while the list has the focus. The switch on a row does what Enter does.
        {trayShown ? ' Closing the window leaves Credtray in the tray.' : null}
      </p>
      <div className="help-end">
        <Button
          onPress={() => {
            actions.setHelpOpen(false)
            actions.setScreen('diagnostics')
          }}
        >
          Diagnostics
        </Button>
        <Button onPress={() => void actions.quit()}>Quit Credtray</Button>
      </div>
    </dialog>
  )
})

function KeyLines({ title, lines }: (typeof KEY_HELP)[number]) {
  return (
    <>
      <h3 className="help-part">{title}</h3>
      <dl className="keys">
        {lines.map(({ keys, does }) => (
          <div key={does} className="key-line">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function FilterHelp() {
  return (
    <>
      <h3 className="help-part">Filter</h3>
      <p className="help-text">
        Every word has to be found somewhere: <code>prod live</code> finds what holds both. With a colon it looks in one
        place: <code>tag:prod</code>, <code>account:1111</code>, <code>state:failed</code>. The places are{' '}
        {FILTER_FIELDS.join(', ')}.
      </p>
    </>
  )
}
