import { useCallback, useEffect, useState } from 'react'
import type { Outcome } from '#bridge/contract'

/** What main answered to a question that a place asks when it opens, and again when the person wants. */
export function useAnswer<T>(ask: () => Promise<Outcome<T>>): {
  /** `null`: it has not answered yet. */
  readonly answer: Outcome<T> | null
  readonly again: () => void
} {
  const [answer, setAnswer] = useState<Outcome<T> | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isWanted = true
    void ask().then((outcome) => {
      if (isWanted) setAnswer(outcome)
    })
    return () => {
      isWanted = false
    }
  }, [ask, round])
  const again = useCallback(() => {
    setAnswer(null)
    setRound((before) => before + 1)
  }, [])
  return { answer, again }
}
