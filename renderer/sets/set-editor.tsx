import { useId, useState, type SyntheticEvent } from 'react'
import type { HotkeyView } from '#bridge/contract'
import type { ActivationSet } from '#core/settings/settings'
import { Button, IconButton } from '../parts/buttons.tsx'
import { TwoStepButton } from '../parts/two-step-button.tsx'
import { useActions, useFace } from '../services.ts'
import { nameProblem, without, withReplaced } from './changed-sets.ts'
import { readHotkey } from './hotkey.ts'
import { HotkeyField, hotkeyNote } from './hotkey-field.tsx'
import { SetField } from './set-field.tsx'
import { hotkeyState } from './set-hotkey.tsx'

interface SetEditorProps {
  readonly set: ActivationSet
  readonly sets: readonly ActivationSet[]
  readonly onDone: () => void
}

/** Name, hotkey and members of one set. Nothing counts before Save. */
export function SetEditor({ set, sets, onDone }: SetEditorProps) {
  const actions = useActions()
  const [name, setName] = useState(set.name)
  const [typed, setTyped] = useState(set.hotkey ?? '')
  const [members, setMembers] = useState(set.identities)
  const hotkey = readHotkey(typed)
  const state = useFace((face) => hotkeyState(face.state?.hotkeys, set))
  const nameTrouble = nameProblem(sets, name, set.name)
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (nameTrouble !== null || !hotkey.ok) return
    const next = { name: name.trim(), identities: members, hotkey: hotkey.keys }
    void actions.changeSets((before) => withReplaced(before, set.name, next), `${next.name} is saved.`)
    onDone()
  }
  return (
    <form className="set-editor" onSubmit={save} aria-label={`Edit ${set.name}`}>
      <SetField label="Name" value={name} trouble={nameTrouble} onChange={setName} />
      <HotkeyField
        value={typed}
        trouble={hotkey.ok ? null : hotkey.message}
        note={hotkey.ok ? noteOn(hotkey.keys, { set, sets, state }) : null}
        onChange={setTyped}
      />
      <SetMembers members={members} onChange={setMembers} />
      <p className="muted">To add some, select them in the list and press “Add to set…”.</p>
      <div className="set-buttons">
        <button type="submit" className="button button-primary">
          Save
        </button>
        <Button onPress={onDone}>Cancel</Button>
        <TwoStepButton
          label="Delete set…"
          question="The set goes; its identities stay as they are."
          confirm={`Delete ${set.name}`}
          onConfirm={() => void actions.changeSets((before) => without(before, set.name), `${set.name} is deleted.`)}
        />
      </div>
    </form>
  )
}

interface About extends Pick<SetEditorProps, 'set' | 'sets'> {
  readonly state: HotkeyView['state'] | null
}

/** What is to be said of these keys before they are saved, and of those that were. */
function noteOn(keys: string | null, { set, sets, state }: About): string | null {
  const other = sets.find((each) => each.name !== set.name && keys !== null && each.hotkey === keys)
  if (other !== undefined) return `${other.name} has it now. Saving moves it here.`
  return keys !== null && keys === set.hotkey ? hotkeyNote(state) : null
}

interface SetMembersProps {
  readonly members: ActivationSet['identities']
  readonly onChange: (members: ActivationSet['identities']) => void
}

function SetMembers({ members, onChange }: SetMembersProps) {
  const id = useId()
  return (
    <>
      <p className="set-label" id={id}>
        {members.length === 1 ? '1 identity' : `${members.length} identities`}
      </p>
      <ul className="set-members" aria-labelledby={id}>
        {members.map((member) => (
          <li key={member}>
            <span>{member}</span>
            <IconButton
              glyph="close"
              label={`Take ${member} out of the set`}
              onPress={() => onChange(members.filter((other) => other !== member))}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
