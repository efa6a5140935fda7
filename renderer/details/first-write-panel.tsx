import type { IdentityView } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { DiffView } from '../parts/diff-view.tsx'
import { useTilde } from '../parts/use-tilde.ts'
import { useActions, useFace } from '../services.ts'
import type { Ask } from './ask-panel.tsx'

interface FirstWritePanelProps {
  readonly view: IdentityView
  readonly ask: Extract<Ask, { readonly kind: 'first-write' }>
}

/** The very first change of a file of theirs, shown before it is made. */
export function FirstWritePanel({ view, ask }: FirstWritePanelProps) {
  const actions = useActions()
  const tilde = useTilde()
  const busy = useFace(({ pending }) => pending.has('files/approve-first-write '))
  return (
    <>
      <p className="ask-title">This is what Credtray will add</p>
      <p className="ask-text">
        It has never written to {ask.also.length === 0 ? 'this file' : 'these files'} of yours. Nothing else in{' '}
        {ask.also.length === 0 ? 'it' : 'them'} changes, and a copy is kept. Secrets are masked here.
      </p>
      {[ask, ...ask.also].map(({ file, lines }) => (
        <DiffView key={file} file={tilde(file)} lines={lines} />
      ))}
      <div className="ask-buttons">
        <Button look="primary" busy={busy} onPress={() => void actions.approveFirstWrite()}>
          {busy ? 'Writing…' : 'Write it'}
        </Button>
        <Button onPress={() => actions.leave(view.name)}>Not now</Button>
      </div>
    </>
  )
}
