import { useState } from 'react'
import { historyCsv, historyRow } from '#core/command/history-words'
import type { HistoryEntry, HistoryFact } from '#core/session/history'
import { Button } from '../parts/buttons.tsx'
import { saveFile } from '../parts/save-file.ts'
import { clockWords } from '../parts/time-words.ts'
import { useNow } from '../services.ts'

/** So many are shown at first: what people look for happened today. */
const FIRST = 30

/** Everything that happened, newest first, and the way to take it along. */
export function HistorySection({ history }: { readonly history: readonly HistoryEntry[] }) {
  const [most, setMost] = useState(FIRST)
  const shown = history.slice(-most).toReversed()
  const save = (form: 'csv' | 'json') => {
    const text = form === 'csv' ? historyCsv(history) : `${JSON.stringify(history.map(historyRow), null, 2)}\n`
    saveFile(`credtray-history.${form}`, new Blob([text], { type: form === 'csv' ? 'text/csv' : 'application/json' }))
  }
  return (
    <section aria-labelledby="history-title">
      <div className="section-head">
        <h3 id="history-title">History</h3>
        <div className="timeline-save">
          <Button onPress={() => save('csv')}>Save as CSV</Button>
          <Button onPress={() => save('json')}>Save as JSON</Button>
        </div>
      </div>
      {shown.length === 0 ? <p className="muted">Nothing has happened yet.</p> : null}
      <ol className="history">
        {shown.map((entry, at) => (
          <HistoryLine key={history.length - at} entry={entry} />
        ))}
      </ol>
      {history.length > most ? (
        <Button onPress={() => setMost(most * 4)}>{`Show more of ${history.length}`}</Button>
      ) : null}
    </section>
  )
}

function HistoryLine({
  entry: { at, what, identity, profile, expiresAt, message, by },
}: {
  readonly entry: HistoryEntry
}) {
  const when = useNow((now) => clockWords(at, now))
  const until = useNow((now) => (expiresAt === null ? '' : `until ${clockWords(expiresAt, now)}`))
  const rest = [until, by === null ? '' : `by ${by}`, message ?? ''].filter((part) => part !== '').join(', ')
  return (
    <li data-what={what}>
      <span className="history-when">{when}</span>
      <span className="history-text">
        <strong>{identity ?? (profile === null ? 'Credtray' : `[${profile}]`)}</strong> {WORDS[what]}
        {rest === '' ? null : <span className="muted"> {rest}</span>}
      </span>
    </li>
  )
}

const WORDS: Readonly<Record<HistoryFact, string>> = {
  activated: 'activated',
  deactivated: 'deactivated',
  renewed: 'renewed',
  failed: 'failed',
  'needs-you': 'needs you',
  ended: 'ended, its keys were taken out',
  pulled: 'keys handed out',
  removed: 'keys removed',
  started: 'started',
  stopped: 'stopped',
  slept: 'the machine went to sleep',
  woke: 'the machine woke up',
}
