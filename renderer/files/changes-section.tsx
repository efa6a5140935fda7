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

type Last = NonNullable<Snapshot['fileChange']> | null

interface HistoryProps {
  readonly history: FileHistoryView
  readonly last: Last
  readonly onUndone: () => void
}

/** What Credtray did to the files, newest first, and the way back. `change`: what it did last. */
export function ChangesSection({ change }: { readonly change: Last }) {
  const { fileHistory } = useActions()
  const { answer, again } = useAnswer(fileHistory)
  return (
    <section aria-labelledby="changes-title">
      <div className="section-head">
        <h3 id="changes-title">What Credtray changed</h3>
      </div>
      {answer?.ok === false ? <ProblemCard problem={answer.problem} calm /> : null}
      {answer?.ok === true ? <History history={answer.value} last={change} onUndone={again} /> : null}
    </section>
  )
}

/** Of the last change the lines are known as well: they stand below it until it is taken back. */
function History({ history: { changes, backups }, last, onUndone }: HistoryProps) {
  const tilde = useTilde()
  return (
    <>
      {changes.length === 0 ? <p className="muted">There is nothing to take back.</p> : null}
      <ul className="changes">
        {changes.map((change) => (
          <li key={`${change.profile} ${change.file}`}>
            <ChangeLine change={change} onUndone={onUndone} />
            {last?.profile === change.profile && last.file === change.file ? (
              <DiffView file={tilde(last.file)} lines={last.lines} />
            ) : null}
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
    <div className="change-line">
      <span className="change-text">
        <strong>[{change.profile}]</strong> in <code>{tilde(change.file)}</code>
        <span className="muted">
          {' '}
          since {since}
          {change.undoable ? '' : '; somebody else changed it meanwhile, so it is not taken back'}
        </span>
      </span>
      {change.undoable ? (
        <Button busy={busy} onPress={() => void undo()}>
          Undo
        </Button>
      ) : null}
    </div>
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
