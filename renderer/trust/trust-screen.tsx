import type { TrustItem, TrustQuestion } from '#core/trust/judge'
import { Button, IconButton } from '../parts/buttons.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { useTilde } from '../parts/use-tilde.ts'
import { ProblemCard } from '../problems/problem-card.tsx'
import { useActions, useFace } from '../services.ts'
import { TrustItemCard } from './trust-item.tsx'
import { changeWords } from './trust-words.ts'

interface TrustScreenProps {
  readonly question: TrustQuestion
  /** Null: there is nothing to go back to. */
  readonly onBack: (() => void) | null
}

/** What the configuration would run as this person, and whether it may. */
export function TrustScreen({ question, onBack }: TrustScreenProps) {
  const tilde = useTilde()
  const waiting = question.items.filter(({ news }) => news !== 'approved')
  const approved = question.items.filter(({ news }) => news === 'approved')
  return (
    <section className="page trust" aria-labelledby="trust-title">
      <div className="page-head">
        {onBack === null ? null : <IconButton glyph="back" label="Back to the list" onPress={onBack} />}
        <PageTitle id="trust-title">May this run as you?</PageTitle>
      </div>
      <code className="page-file">{tilde(question.file)}</code>
      <p className="page-text">{changeWords(waiting)}</p>
      <TrustItems items={waiting} />
      {approved.length === 0 ? null : (
        <details className="trust-approved">
          <summary>Approved before: {approved.length}</summary>
          <TrustItems items={approved} />
        </details>
      )}
      <Answer question={question} onBack={onBack} />
    </section>
  )
}

function TrustItems({ items }: { readonly items: readonly TrustItem[] }) {
  return (
    <ul className="trust-list">
      {items.map((item, index) => (
        <li key={`${item.where.file} ${item.where.line} ${item.where.column} ${index}`}>
          <TrustItemCard item={item} />
        </li>
      ))}
    </ul>
  )
}

function Answer({ question: { digest, refusal }, onBack }: TrustScreenProps) {
  const actions = useActions()
  const busy = useFace(({ pending }) => pending.has('trust/approve '))
  return (
    <div className="page-answer">
      {refusal === null ? null : <ProblemCard problem={refusal} />}
      <div className="page-buttons">
        {refusal === null ? (
          <Button look="primary" busy={busy} onPress={() => void actions.approveTrust(digest)}>
            {busy ? 'Approving…' : 'Approve'}
          </Button>
        ) : null}
        {onBack === null ? null : <Button onPress={() => actions.putOffTrust(digest)}>Not now</Button>}
        <Button glyph="file" onPress={() => void actions.openConfig()}>
          Open file
        </Button>
      </div>
    </div>
  )
}
