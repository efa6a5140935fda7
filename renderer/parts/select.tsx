import { useId } from 'react'

interface SelectProps {
  /** For screen readers; what is seen is the word in front of it. */
  readonly label: string
  readonly word: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onPick: (value: string) => void
}

/** One of several, by the list of the platform: it is typed into, scrolled and read aloud as people are used to. */
export function Select({ label, word, value, options, onPick }: SelectProps) {
  const id = useId()
  return (
    <span className="select-line">
      <span className="open-word" aria-hidden="true">
        {word}
      </span>
      <select
        id={id}
        className="select"
        aria-label={label}
        value={value}
        onChange={(event) => onPick(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
