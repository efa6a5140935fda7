import { useState } from 'react'
import type { Field } from './entry.ts'

interface TextFieldProps {
  readonly field: Field
  readonly value: string
  readonly placeholder: string
  /** Called once the person leaves the field or presses Enter, and only with something new. */
  readonly onCommit: (text: string) => void
}

/** A line of text. While it is written it belongs to the person; Escape gives back what was. */
export function TextField({ field, value, placeholder, onCommit }: TextFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    if (typed !== null && typed.trim() !== value) onCommit(typed.trim())
    setTyped(null)
  }
  return (
    <input
      type="text"
      className="text-field"
      id={field.id}
      aria-describedby={field.describedBy}
      autoComplete="off"
      spellCheck={false}
      disabled={field.disabled}
      placeholder={placeholder}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key !== 'Escape' || typed === null) return
        event.stopPropagation()
        setTyped(null)
      }}
    />
  )
}
