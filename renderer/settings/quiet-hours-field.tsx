import { useState } from 'react'
import type { Settings } from '#core/settings/settings'
import type { Field } from './entry.ts'
import { SwitchField } from './switch-field.tsx'

/** From ten in the evening to seven: what most people mean. */
const USUAL = { from: 22 * 60, to: 7 * 60 }

/** Off, or from one time of day to another. */
export function QuietHoursField({ field }: { readonly field: Field }) {
  const { notify } = field.settings
  const { quietHours } = notify
  const set = (next: Settings['notify']['quietHours']) => field.change({ notify: { ...notify, quietHours: next } })
  return (
    <div className="quiet-hours">
      <SwitchField field={field} on={quietHours !== null} onSwitch={(on) => set(on ? USUAL : null)} />
      {quietHours === null ? null : (
        <>
          <TimeOfDay label="from" minute={quietHours.from} onChange={(from) => set({ ...quietHours, from })} />
          <span aria-hidden="true">to</span>
          <TimeOfDay label="to" minute={quietHours.to} onChange={(to) => set({ ...quietHours, to })} />
        </>
      )}
    </div>
  )
}

interface TimeOfDayProps {
  readonly label: string
  /** Since midnight. */
  readonly minute: number
  readonly onChange: (minute: number) => void
}

function TimeOfDay({ label, minute, onChange }: TimeOfDayProps) {
  // While it is typed it belongs to the person: what main still has would overwrite the digit before.
  const [typed, setTyped] = useState<string | null>(null)
  const two = (count: number): string => String(count).padStart(2, '0')
  return (
    <input
      type="time"
      className="text-field"
      aria-label={`Quiet ${label}`}
      value={typed ?? `${two(Math.floor(minute / 60))}:${two(minute % 60)}`}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        setTyped(event.target.value)
        const [hour = NaN, rest = NaN] = event.target.value.split(':').map(Number)
        // A field that is being cleared has no time.
        if (Number.isInteger(hour) && Number.isInteger(rest)) onChange(hour * 60 + rest)
      }}
    />
  )
}
