import { profileName } from '#core/identity/names'
import { instant } from '#core/base/time'
import type { FileHistoryView, UndoableChange } from '#core/profile-file/history'
import type { Snapshot } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { DiffView } from '../parts/diff-view.tsx'
import { clockWords } from '../parts/time-words.ts'
import { useTilde } from '../parts/use-tilde.ts'
import { ProblemCard } from '../problems/problem-card.tsx'
import { useActions, useFace, useNow } from '../services.ts'
import { useAnswer } from './use-answer.ts'

/** What Credtray did to the files, newest first, and the way back. `change`: what it did last. */
export function ChangesSection({ change }: { readonly change: Snapshot['fileChange'] | null }) {
  const { fileHistory } = useActions()
  const { answer, again } = useAnswer(fileHistory)
  const tilde = useTilde()
  return (
    <section aria-labelledby="changes-title">
      <div className="section-head">
        <h3 id="changes-title">What Credtray changed</h3>
      </div>
      {change === null || change === undefined ? null : <DiffView file={tilde(change.file)} lines={change.lines} />}
      {answer?.ok === false ? <ProblemCard problem={answer.problem} calm /> : null}
      {answer?.ok === true ? <History history={answer.value} onUndone={again} /> : null}
    </section>
  )
}

function History({ history, onUndone }: { readonly history: FileHistoryView; readonly onUndone: () => void }) {
  const { changes, backups } = history
  return (
    <>
      {changes.length === 0 ? <p className="muted">There is nothing to take back.</p> : null}
      <ul className="changes">
        {changes.map((change) => (
          <li key={`${change.profile} ${change.file}`}>
            <ChangeLine change={change} onUndone={onUndone} />
          </li>
        ))}
      </ul>
      {backups.length === 0 ? null : <Backups backups={backups} />}
    </>
  )
}

function ChangeLine({ change, onUndone }: { readonly change: UndoableChange; readonly onUndone: () => void }) {
  const actions = useActions()
  const profile = profileName(change.profile)
  const busy = useFace(({ pending }) => pending.has(`files/undo ${profile}`))
  const tilde = useTilde()
  const since = useSince(change.at)
  const undo = async () => {
    if (await actions.undo(profile)) onUndone()
  }
  return (
    <>
      <span className="change-text">
        <strong>[{change.profile}]</strong> in <code>{tilde(change.file)}</code>
        <span className="muted">
          {' '}
          since {since}
          {change.undoable ? '' : '; somebody else changed it meanwhile, so it is not taken back'}
        </span>
      </span>
      {change.undoable ? (
        <Button disabled={busy} onPress={() => void undo()}>
          Undo
        </Button>
      ) : null}
    </>
  )
}

function Backups({ backups }: Pick<FileHistoryView, 'backups'>) {
  return (
    <details className="backups">
      <summary>Backups: {backups.length}</summary>
      <ul>
        {backups.map((backup) => (
          <li key={backup.path}>
            <BackupLine path={backup.path} at={backup.at} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function BackupLine({ path, at }: { readonly path: string; readonly at: string }) {
  const tilde = useTilde()
  return (
    <>
      {useSince(at)}: <code>{tilde(path)}</code>
    </>
  )
}

/** `at` is in ISO 8601. */
const useSince = (at: string): string => useNow((now) => clockWords(instant(Date.parse(at)), now))
