import { DiffView } from '../parts/diff-view.tsx'
import { useTilde } from '../parts/use-tilde.ts'
import type { Ask } from './ask-panel.tsx'

/** The very first change of a file of theirs, shown before it is made. */
export function FirstWritePanel({ ask }: { readonly ask: Extract<Ask, { readonly kind: 'first-write' }> }) {
  const tilde = useTilde()
  return (
    <>
      <p className="ask-title">This is what Credtray will add</p>
      <p className="ask-text">Nothing else in the file changes. A copy of it is kept.</p>
      <DiffView file={tilde(ask.file)} lines={ask.lines} />
    </>
  )
}
