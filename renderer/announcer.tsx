import { memo, useEffect, useRef, useState } from 'react'
import type { IdentityView } from '#core/snapshot/snapshot'
import { announce, type Told } from './announcements.ts'
import { useActions, useFace } from './services.ts'

/** How long a note stays. Long enough to read twice. */
const NOTE_MS = 3_000

/** Says once what changed, to those who do not see the list; and shows notes to everybody. */
export const Announcer = memo(function Announcer({ views }: { readonly views: readonly IdentityView[] }) {
  const told = useRef<Told | null>(null)
  const [words, setWords] = useState('')
  useEffect(() => {
    const next = announce(told.current, views)
    told.current = next.told
    if (next.words !== '') setWords(next.words)
  }, [views])
  return (
    <>
      <div className="visually-hidden" role="status" aria-label="State changes">
        {words}
      </div>
      <Note />
    </>
  )
})

function Note() {
  const actions = useActions()
  const note = useFace((face) => face.note)
  useEffect(() => {
    if (note === null) return
    const timer = window.setTimeout(actions.clearNote, NOTE_MS)
    return () => window.clearTimeout(timer)
  }, [note, actions])
  return (
    <div className="note" role="status" aria-label="Notes">
      {note === null ? null : <span className="note-text">{note}</span>}
    </div>
  )
}
