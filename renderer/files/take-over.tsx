import { useEffect, useRef, useState, type Ref } from 'react'
import type { ProblemCode } from '#core/base/problem'
import type { IdentityView } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { DiffView } from '../parts/diff-view.tsx'
import { useTilde } from '../parts/use-tilde.ts'
import { ProblemCard } from '../problems/problem-card.tsx'
import { useTwoSteps } from '../parts/use-two-steps.ts'
import { useActions, useFace } from '../services.ts'
import { useAnswer } from './use-answer.ts'

/** Whether a take-over is the way out of this problem. */
export const isTakenOver = (code: ProblemCode): boolean =>
  code === 'file/not-ours' || code === 'file/long-lived-keys-present'

/** The person's own section stands where our keys should: they may hand it over, after they saw what becomes of it. */
export function TakeOver({ view }: { readonly view: IdentityView }) {
  const { asked, ask, leave, button, question } = useTwoSteps<HTMLDivElement>()
  return asked ? (
    <Question ref={question} view={view} onLeave={leave} />
  ) : (
    <div>
      <Button ref={button} onPress={ask}>
        Take over [{view.profile}]…
      </Button>
    </div>
  )
}

interface QuestionProps {
  readonly ref: Ref<HTMLDivElement>
  readonly view: IdentityView
  readonly onLeave: () => void
}

function Question({ ref, view, onLeave }: QuestionProps) {
  const actions = useActions()
  const tilde = useTilde()
  const [ask] = useState(() => () => actions.previewTakeOver(view.name))
  const { answer } = useAnswer(ask)
  const title = useRef<HTMLParagraphElement>(null)
  // The difference makes the question long: its beginning is read first, and the buttons stay in sight by themselves.
  useEffect(() => {
    // It answers nothing to React: a new Chromium gives a promise, which would be taken for what cleans up.
    title.current?.scrollIntoView({ block: 'nearest' })
  }, [answer])
  const busy = useFace(({ pending }) => pending.has(`session/take-over ${view.name}`))
  if (answer?.ok === false) return <ProblemCard problem={answer.problem} />
  return (
    <div className="ask" role="group" aria-label={`Take over ${view.profile}`} tabIndex={-1} ref={ref}>
      <p className="ask-title ask-title-first" ref={title}>
        Hand [{view.profile}] over to Credtray?
      </p>
      <p className="ask-text">
        What is there now is replaced. A copy of the file is made first, and you can undo it. Secrets are masked here.
      </p>
      {answer === null ? <p className="muted">Looking at the file…</p> : null}
      {answer?.ok === true ? <DiffView file={tilde(answer.value.file)} lines={answer.value.lines} /> : null}
      <div className="ask-buttons">
        <Button look="primary" disabled={answer === null} busy={busy} onPress={() => void actions.takeOver(view.name)}>
          {busy ? 'Taking over…' : 'Take over'}
        </Button>
        <Button onPress={onLeave}>Leave it</Button>
      </div>
    </div>
  )
}
