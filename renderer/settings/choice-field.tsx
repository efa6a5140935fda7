import type { Field } from './entry.ts'

interface ChoiceFieldProps<T> {
  readonly field: Field
  readonly value: T
  readonly options: readonly (readonly [value: T, words: string])[]
  /** A value that is none of the options: something else wrote it. */
  readonly words: (value: T) => string
  readonly onChoose: (value: T) => void
}

/** One of a few. */
export function ChoiceField<T extends string | number | boolean | null>({
  field: { id, describedBy, disabled },
  value,
  options,
  words,
  onChoose,
}: ChoiceFieldProps<T>) {
  const all = options.some(([one]) => one === value) ? options : [...options, [value, words(value)] as const]
  return (
    <select
      className="select"
      id={id}
      aria-describedby={describedBy}
      disabled={disabled}
      value={all.findIndex(([one]) => one === value)}
      onChange={(event) => {
        const chosen = all[Number(event.target.value)]
        if (chosen !== undefined) onChoose(chosen[0])
      }}
    >
      {all.map(([, text], at) => (
        <option key={text} value={at}>
          {text}
        </option>
      ))}
    </select>
  )
}
