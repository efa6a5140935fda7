import { Button } from './buttons.tsx'
import { useTwoSteps } from './use-two-steps.ts'

interface TwoStepButtonProps {
  /** On the first button; "…" says that it asks. */
  readonly label: string
  /** What the second press will do. */
  readonly question: string
  readonly confirm: string
  readonly busy?: boolean
  readonly onConfirm: () => void
}

/** For what cannot be taken back: the first press asks, the second one does. */
export function TwoStepButton({ label, question, confirm, busy = false, onConfirm }: TwoStepButtonProps) {
  const { asked, ask, leave, button, question: group } = useTwoSteps<HTMLSpanElement>()
  if (!asked) {
    return (
      <Button ref={button} busy={busy} onPress={ask}>
        {label}
      </Button>
    )
  }
  return (
    <span className="two-step" role="group" aria-label={question} tabIndex={-1} ref={group}>
      <span>{question}</span>
      <span className="two-step-buttons">
        <Button
          look="danger"
          onPress={() => {
            leave()
            onConfirm()
          }}
        >
          {confirm}
        </Button>
        <Button onPress={leave}>Keep</Button>
      </span>
    </span>
  )
}
