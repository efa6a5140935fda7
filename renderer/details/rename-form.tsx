import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent, type Ref } from 'react'
import { isActiveState, type IdentityView, type Snapshot } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useActions, useFace } from '../services.ts'
import { renameCaution, renameProblem } from './rename-problem.ts'

interface RenameFormProps {
  readonly ref: Ref<HTMLFormElement>
  readonly view: IdentityView
  readonly snapshot: Snapshot
  readonly onDone: () => void
}

/** Another name for the profile, kept in Credtray's own settings. */
export function RenameForm({ ref, view, snapshot, onDone }: RenameFormProps) {
  const id = useId()
  const { field, text, setText, trouble, busy, send, submit } = useRename({ view, snapshot, onDone })
  const isChosen = Object.hasOwn(snapshot.settings.profiles, view.name)
  return (
    <form className="rename" ref={ref} noValidate onSubmit={submit} onKeyDown={onEscape(onDone)}>
      <label htmlFor={id}>Profile of {view.name}</label>
      <input
        id={id}
        ref={field}
        type="text"
        value={text}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={trouble !== null}
        aria-describedby={`${id}-trouble ${id}-words`}
        onChange={(event) => setText(event.target.value)}
      />
      <Trouble id={`${id}-trouble`} words={trouble ?? renameCaution(text.trim())} />
      <p className="written-words" id={`${id}-words`}>
        {consequence(view)} Your YAML stays as it is.
      </p>
      <div className="ask-buttons">
        <button type="submit" className="button button-primary" aria-disabled={busy}>
          Rename
        </button>
        {isChosen ? (
          <Button busy={busy} onPress={() => void send(null)}>
            As in the YAML
          </Button>
        ) : null}
        <Button onPress={onDone}>Cancel</Button>
      </div>
    </form>
  )
}

function useRename({ view, snapshot, onDone }: Omit<RenameFormProps, 'ref'>) {
  const actions = useActions()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState<string>(view.profile)
  const [trouble, setTrouble] = useState<string | null>(null)
  const busy = useFace(({ pending }) => pending.has('settings/change '))
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])
  // Opened at the foot of the details, its buttons and what is wrong would stand below the edge.
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not return.
    field.current?.form?.scrollIntoView({ block: 'nearest' })
  }, [trouble])

  const send = async (profile: string | null) => {
    if (await actions.renameProfile(view.name, profile)) onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = text.trim()
    const wrong = renameProblem(wanted, view, snapshot.identities)
    setTrouble(wrong)
    if (wrong !== null || busy) return
    if (wanted === view.profile) onDone()
    else void send(wanted)
  }
  return { field, text, setText, trouble, busy, send, submit }
}

/** One step out, and no further. */
const onEscape = (leave: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape') return
  event.preventDefault()
  leave()
}

function consequence({ profile, state, renewal }: IdentityView): string {
  if (!isActiveState(state)) return 'The next activation writes to the new name.'
  const code =
    renewal.person === null ? '' : renewal.person === 'code' ? ' That asks for a code.' : ' That asks you to sign in.'
  return `The section [${profile}] is removed, and fresh keys are written under the new name.${code}`
}
