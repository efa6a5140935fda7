import { Fragment } from 'react'
import type { TrustItem } from '#core/trust/judge'
import { commandDifference, type ComparedPiece } from './command-difference.ts'

interface ChangedCommandProps {
  readonly before: NonNullable<TrustItem['before']>
  readonly now: Pick<TrustItem, 'text' | 'shell'>
}

/** What was approved and what stands there now, each whole, with what differs marked by more than a colour. */
export function ChangedCommand({ before, now }: ChangedCommandProps) {
  const difference = commandDifference(before, now)
  const words = sameWords(before, now)
  return (
    <div className="changed-command">
      <Side sign="−" title="You approved" pieces={difference.before} />
      <Side sign="+" title="Now it is" pieces={difference.now} />
      {words === null ? null : <p className="changed-words">{words}</p>}
    </div>
  )
}

interface SideProps {
  readonly sign: '−' | '+'
  readonly title: string
  readonly pieces: readonly ComparedPiece[]
}

function Side({ sign, title, pieces }: SideProps) {
  const Mark = sign === '−' ? 'del' : 'ins'
  return (
    <div className="changed-side" data-sign={sign}>
      <p className="changed-title">
        <span aria-hidden="true">{sign} </span>
        {title}
      </p>
      <pre className="command">
        {runsOf(pieces).map((run, index) => {
          const text = run.map((piece, at) => (
            <span key={at} data-piece={piece.text.trim() === '' ? 'blank' : piece.kind}>
              {piece.text}
            </span>
          ))
          // The parts of one text never move.
          if (run[0]?.differs !== true) return <Fragment key={index}>{text}</Fragment>
          return (
            <Mark key={index}>
              <span className="visually-hidden">{sign === '−' ? '(removed: ' : '(added: '}</span>
              {text}
              <span className="visually-hidden">)</span>
            </Mark>
          )
        })}
      </pre>
    </div>
  )
}

/** Neighbours that are alike in that they differ, or do not. */
function runsOf(pieces: readonly ComparedPiece[]): readonly (readonly ComparedPiece[])[] {
  const runs: ComparedPiece[][] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last?.[0]?.differs === piece.differs) last.push(piece)
    else runs.push([piece])
  }
  return runs
}

/** What cannot be seen in the two texts. */
function sameWords(before: ChangedCommandProps['before'], now: ChangedCommandProps['now']): string | null {
  if (before.shell !== now.shell) return now.shell ? 'It runs through a shell now.' : 'It runs without a shell now.'
  return before.text === now.text ? 'What differs is hidden here, because it looks like a secret.' : null
}
