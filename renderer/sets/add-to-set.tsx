import { useState, type SyntheticEvent } from 'react'
import type { ActivationSet } from '#core/settings/settings'
import { Button } from '../parts/buttons.tsx'
import { useActions } from '../services.ts'
import { nameProblem, withAdded } from './changed-sets.ts'
import { SetField } from './set-field.tsx'

interface AddToSetProps {
  readonly names: ActivationSet['identities']
  readonly sets: readonly ActivationSet[]
}

/** What is selected, into a set that is there or into a new one. */
export function AddToSet({ names, sets }: AddToSetProps) {
  const actions = useActions()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const trouble = nameProblem(sets, name, null)
  const add = (to: string) => {
    void actions.changeSets((before) => withAdded(before, to, names), `${countWords(names.length)} in ${to}.`)
    actions.unmark()
    actions.setSets(null)
  }
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (trouble === null) add(name.trim())
    else setTried(true)
  }
  return (
    <>
      <p className="muted set-names">{names.join(', ')}</p>
      {sets.length === 0 ? null : (
        <ul className="set-list">
          {sets.map((set) => (
            <li key={set.name} className="set set-line">
              <span className="set-text set-name">{set.name}</span>
              <Button onPress={() => add(set.name)}>
                Add<span className="visually-hidden"> to {set.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className="set-editor" onSubmit={save} aria-label="New set">
        <SetField label="New set" value={name} placeholder="shop" trouble={tried ? trouble : null} onChange={setName} />
        <div className="set-buttons">
          <button type="submit" className="button button-primary">
            Save as set
          </button>
        </div>
      </form>
    </>
  )
}

const countWords = (count: number): string => (count === 1 ? 'One identity is' : `${count} identities are`)
