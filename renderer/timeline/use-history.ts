import { useEffect, useState } from 'react'
import type { Outcome } from '#bridge/contract'
import type { HistoryEntry } from '#core/session/history'
import type { Snapshot } from '#core/snapshot/snapshot'
import { useActions } from '../services.ts'

/** A burst of changes is read once. */
const CALM_MS = 500

/** The history, read when the place opens and again after something has happened. `null`: not yet. */
export function useHistory({ identities }: Snapshot): Outcome<readonly HistoryEntry[]> | null {
  const { history } = useActions()
  const [answer, setAnswer] = useState<Outcome<readonly HistoryEntry[]> | null>(null)
  const isFirst = answer === null
  useEffect(() => {
    let isWanted = true
    const read = () => void history().then((outcome) => isWanted && setAnswer(outcome))
    const timer = setTimeout(read, isFirst ? 0 : CALM_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [history, identities, isFirst])
  return answer
}
