import type { Field } from './entry.ts'
import { TextField } from './text-field.tsx'

interface ListFieldProps {
  readonly field: Field
  readonly value: readonly string[]
  readonly placeholder: string
  readonly onCommit: (list: readonly string[]) => void
}

/** A few words with commas between them. */
export function ListField({ field, value, placeholder, onCommit }: ListFieldProps) {
  const read = (text: string): readonly string[] => [
    ...new Set(
      text
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  ]
  return (
    <TextField
      field={field}
      value={value.join(', ')}
      placeholder={placeholder}
      onCommit={(text) => onCommit(read(text))}
    />
  )
}
