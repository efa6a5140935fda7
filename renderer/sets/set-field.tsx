import { useId } from 'react'
import { Trouble } from '../parts/trouble.tsx'

interface SetFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  /** What is wrong with it. `null`: nothing. */
  readonly trouble: string | null
  readonly onChange: (value: string) => void
}

/** A line to type in, with what is wrong with it said below. */
export function SetField({ label, value, placeholder, trouble, onChange }: SetFieldProps) {
  const id = useId()
  return (
    <div className="set-field">
      <label className="set-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field"
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={trouble !== null}
        aria-describedby={`${id}-trouble`}
        onChange={(event) => onChange(event.target.value)}
      />
      <Trouble id={`${id}-trouble`} words={trouble} />
    </div>
  )
}
