import type { Field } from './entry.ts'

interface SwitchFieldProps {
  readonly field: Field
  readonly on: boolean
  readonly onSwitch: (on: boolean) => void
}

export function SwitchField({ field: { id, describedBy, disabled }, on, onSwitch }: SwitchFieldProps) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={on}
      id={id}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={() => onSwitch(!on)}
    >
      <span className="switch-track">
        <span className="switch-thumb" />
      </span>
    </button>
  )
}
