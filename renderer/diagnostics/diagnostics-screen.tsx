import { useEffect, useState } from 'react'
import type { Outcome } from '#bridge/contract'
import { Button, IconButton } from '../parts/buttons.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { saveFile } from '../parts/save-file.ts'
import { ProblemCard } from '../problems/problem-card.tsx'
import { useActions } from '../services.ts'

/** What a person would hand to somebody who helps: they read the whole of it before it goes anywhere. */
export function DiagnosticsScreen({ onBack }: { readonly onBack: () => void }) {
  const actions = useActions()
  const [names, setNames] = useState(false)
  const answer = useDiagnostics(names)
  return (
    <section className="page diagnostics" aria-labelledby="diagnostics-title">
      <div className="page-head">
        <IconButton glyph="back" label="Back to the list" onPress={onBack} />
        <PageTitle id="diagnostics-title">Diagnostics</PageTitle>
      </div>
      <p className="page-text">
        For whoever helps you. It holds no keys, and nothing is sent: read it, then save or copy it.
      </p>
      <label className="diagnostics-names">
        <input type="checkbox" checked={!names} onChange={({ target }) => setNames(!target.checked)} />
        Leave out names of identities, profiles, accounts and files
      </label>
      {answer === null ? <p role="status">Gathering…</p> : null}
      {answer?.ok === false ? <ProblemCard problem={answer.problem} /> : null}
      {answer?.ok === true ? (
        <>
          <div className="page-buttons">
            <Button look="primary" onPress={() => save(answer.value)}>
              Save as text
            </Button>
            <Button onPress={() => void actions.copyDiagnostics(names)}>Copy</Button>
          </div>
          <pre className="diagnostics-text" tabIndex={0} role="region" aria-label="All that it says">
            {answer.value}
          </pre>
        </>
      ) : null}
    </section>
  )
}

/** `null`: not yet. */
function useDiagnostics(names: boolean): Outcome<string> | null {
  const { diagnostics } = useActions()
  const [answer, setAnswer] = useState<Outcome<string> | null>(null)
  useEffect(() => {
    let isWanted = true
    void diagnostics(names).then((outcome) => isWanted && setAnswer(outcome))
    return () => {
      isWanted = false
    }
  }, [diagnostics, names])
  return answer
}

const save = (text: string): void => saveFile('credtray-diagnostics.txt', new Blob([text], { type: 'text/plain' }))
