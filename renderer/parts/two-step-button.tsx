import { useState } from 'react'
import { Button } from './buttons.tsx'

interface TwoStepButtonProps {
  /** On the first button; "…" says that it asks. */
  readonly label: string
  /** What the second press will do. */
  readonly question: string
  readonly confirm: string
  readonly disabled?: boolean
  readonly onConfirm: () => void
}

/** For what cannot be taken back: the first press asks, the second one does. */
export function TwoStepButton({ label, question, confirm, disabled = false, onConfirm }: TwoStepButtonProps) {
  const [asked, setAsked] = useState(false)
  if (!asked) {
    return (
      <Button disabled={disabled} onPress={() => setAsked(true)}>
        {label}
      </Button>
    )
  }
  return (
    <span className="two-step" role="group" aria-label={question}>
      <span>{question}</span>
      <span className="two-step-buttons">
        <Button
          look="danger"
          onPress={() => {
            setAsked(false)
            onConfirm()
          }}
        >
          {confirm}
        </Button>
        <Button onPress={() => setAsked(false)}>Keep</Button>
      </span>
    </span>
  )
}
