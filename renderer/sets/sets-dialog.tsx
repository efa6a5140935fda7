import { useEffect, useRef, useState } from 'react'
import type { Snapshot } from '#core/snapshot/snapshot'
import { IconButton } from '../parts/buttons.tsx'
import { useActions, useFace } from '../services.ts'
import { AddToSet } from './add-to-set.tsx'
import { SetEditor } from './set-editor.tsx'
import { SetLine } from './set-line.tsx'
import { NoSets } from './no-sets.tsx'

/** "Work on…": identities that are wanted together, by one click. A dialog of the platform: it holds the focus. */
export function SetsDialog({ snapshot }: { readonly snapshot: Snapshot }) {
  const actions = useActions()
  const sets = useFace((face) => face.sets)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (sets === null) dialog.current?.close()
    else {
      dialog.current?.showModal()
      // Whoever makes a set types its name next. A dialog by itself gives the focus to what closes it.
      if (sets.kind === 'add') dialog.current?.querySelector('input')?.focus()
    }
  }, [sets])
  return (
    <dialog ref={dialog} className="help sets" aria-labelledby="sets-title" onClose={() => actions.setSets(null)}>
      <div className="help-head">
        <h2 id="sets-title">{sets?.kind === 'add' ? 'Add to a set' : 'Work on…'}</h2>
        <IconButton glyph="close" label="Close sets" onPress={() => actions.setSets(null)} />
      </div>
      {sets?.kind === 'add' ? <AddToSet names={sets.names} sets={snapshot.settings.sets} /> : null}
      {sets?.kind === 'work' ? <Sets snapshot={snapshot} /> : null}
    </dialog>
  )
}

function Sets({ snapshot: { identities, settings } }: { readonly snapshot: Snapshot }) {
  const [edited, setEdited] = useState<string | null>(null)
  const { sets } = settings
  if (sets.length === 0) return <NoSets identities={identities} />
  return (
    <ul className="set-list">
      {sets.map((set) => (
        <li key={set.name} className="set">
          <SetLine
            set={set}
            identities={identities}
            open={edited === set.name}
            onEdit={() => setEdited(edited === set.name ? null : set.name)}
          />
          {edited === set.name ? <SetEditor set={set} sets={sets} onDone={() => setEdited(null)} /> : null}
        </li>
      ))}
    </ul>
  )
}
