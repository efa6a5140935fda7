import type { SnoozeSpan } from '#core/tray/tray-action'
import { useActions, useFace } from '../services.ts'
import { ChoiceField } from './choice-field.tsx'
import type { Field } from './entry.ts'

const SPANS: readonly (readonly [SnoozeSpan, string])[] = [
  ['half-hour', 'For 30 minutes'],
  ['hour', 'For an hour'],
  ['tomorrow', 'Until tomorrow'],
]

/** No setting: it ends by itself. */
export function SnoozeField({ field }: { readonly field: Field }) {
  const { snooze } = useActions()
  const until = useFace(({ state }) => state?.snoozed ?? null)
  const off = ['off', until === null ? 'Not now' : 'Show them again'] as const
  const now = until === null ? [] : [['on', `Until ${until}`] as const]
  return (
    <ChoiceField<SnoozeSpan | 'on'>
      field={field}
      value={until === null ? 'off' : 'on'}
      options={[off, ...now, ...SPANS]}
      words={String}
      onChoose={(span) => (span === 'on' ? undefined : void snooze(span))}
    />
  )
}
