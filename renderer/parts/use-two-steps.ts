import { useEffect, useRef, useState, type RefObject } from 'react'

interface TwoSteps<Question extends HTMLElement> {
  readonly asked: boolean
  readonly ask: () => void
  readonly leave: () => void
  readonly button: RefObject<HTMLButtonElement | null>
  readonly question: RefObject<Question | null>
}

/**
 * A question in the place of a button. Whoever opened it by keyboard stands on the question, where one Enter too many
 * answers nothing, and is back on the button afterwards.
 */
export function useTwoSteps<Question extends HTMLElement>(): TwoSteps<Question> {
  const [asked, setAsked] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const question = useRef<Question>(null)
  const follows = useRef(false)
  useEffect(() => {
    const place = (asked ? question : button).current
    // A field in the question may have it already.
    if (follows.current && place?.contains(document.activeElement) === false) place.focus({ preventScroll: asked })
    follows.current = false
  }, [asked])
  const to = (next: boolean) => {
    follows.current = (next ? button : question).current?.contains(document.activeElement) === true
    setAsked(next)
  }
  return { asked, ask: () => to(true), leave: () => to(false), button, question }
}
