import { type Duration, minutes } from '#core/base/time'
import { ChoiceField } from './choice-field.tsx'
import type { Field } from './entry.ts'
import { spanWords } from '../parts/span-words.ts'

interface SpanFieldProps {
  readonly field: Field
  readonly value: Duration | null
  /** What `null` means. */
  readonly none: string
  readonly minutes: readonly number[]
  readonly onChoose: (value: Duration | null) => void
}

/** A length of time, or none chosen. */
export function SpanField({ field, value, none, minutes: counts, onChoose }: SpanFieldProps) {
  const words = (span: Duration | null): string => (span === null ? none : spanWords(span))
  const options = [null, ...counts.map(minutes)].map((span) => [span, words(span)] as const)
  return <ChoiceField field={field} value={value} options={options} words={words} onChoose={onChoose} />
}
