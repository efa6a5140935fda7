import { useId } from 'react'
import { useServices } from '../services.ts'
import { inHours, LENGTHS, type Target, untilTime } from './target.ts'

interface TargetPickerProps {
  readonly target: Target
  readonly onPick: (target: Target) => void
}

/** Some hours by one press, or a time of day. */
export function TargetPicker({ target, onPick }: TargetPickerProps) {
  const { clock } = useServices()
  const id = useId()
  return (
    <div className="choices" role="group" aria-label="How long">
      {LENGTHS.map((length) => (
        <button
          key={length}
          type="button"
          className="choice"
          aria-pressed={target.length === length}
          onClick={() => onPick(inHours(length, clock.now()))}
        >
          {length} h
        </button>
      ))}
      <label htmlFor={id}>or until</label>
      <input
        id={id}
        type="time"
        className="choice-time"
        data-chosen={target.length === null}
        onChange={(event) => {
          const picked = untilTime(event.target.value, clock.now())
          if (picked !== null) onPick(picked)
        }}
      />
    </div>
  )
}
