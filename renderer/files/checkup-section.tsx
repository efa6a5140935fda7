import type { Examination, Finding } from '#core/doctor/finding'
import { Button } from '../parts/buttons.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { PlacedText } from '../parts/placed-text.tsx'
import { useTilde } from '../parts/use-tilde.ts'
import { ProblemCard } from '../problems/problem-card.tsx'
import { useActions } from '../services.ts'
import { useAnswer } from './use-answer.ts'

/** What the doctor finds, a line each with the way out. */
export function CheckupSection() {
  const { examine } = useActions()
  const { answer, again } = useAnswer(examine)
  return (
    <section aria-labelledby="checkup-title" aria-busy={answer === null}>
      <div className="section-head">
        <h3 id="checkup-title">Check-up</h3>
        <Button glyph="refresh" busy={answer === null} onPress={again}>
          Check again
        </Button>
      </div>
      <div role="status" aria-label="Check-up">
        {answer === null ? <p className="muted">Looking at your files, the clock and the tray…</p> : null}
        {answer?.ok === false ? <ProblemCard problem={answer.problem} /> : null}
        {answer?.ok === true ? <Findings examination={answer.value} /> : null}
      </div>
    </section>
  )
}

function Findings({ examination: { findings, unchecked } }: { readonly examination: Examination }) {
  return (
    <>
      {findings.length === 0 ? <p className="all-well">Nothing is in the way of your keys.</p> : null}
      <ul className="findings">
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.file} ${finding.line} ${finding.message}`}>
            <Glyph name="alert" />
            <FindingText finding={finding} />
          </li>
        ))}
      </ul>
      {unchecked.map((line) => (
        <p key={line} className="muted">
          {line}
        </p>
      ))}
    </>
  )
}

/** The place is only said where the sentence does not say it already. */
function FindingText({ finding: { message, file, line } }: { readonly finding: Finding }) {
  const tilde = useTilde()
  const place = file === null ? null : `${file}${line === null ? '' : `:${line}`}`
  return (
    <span>
      <PlacedText text={message} />
      {place === null || message.includes(place) ? null : (
        <> {line === null ? <code>{tilde(place)}</code> : <PlacedText text={place} />}</>
      )}
    </span>
  )
}
