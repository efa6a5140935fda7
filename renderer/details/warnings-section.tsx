import type { IdentityView } from '#core/snapshot/snapshot'
import { WARNING_ADVICE } from '#core/snapshot/warning-advice'
import { warningWords } from '#core/snapshot/wording'
import { Glyph } from '../parts/glyph.tsx'
import { PlacedText } from '../parts/placed-text.tsx'
import { useTilde } from '../parts/use-tilde.ts'

type Code = keyof typeof WARNING_ADVICE

/** What works here and may surprise elsewhere; behind "Why?" the reason and the way out. */
export function WarningsSection({ view: { warnings, fileNotes } }: { readonly view: IdentityView }) {
  const tilde = useTilde()
  // Who the keys are of stands above, in red.
  const told = warnings.filter((warning) => warning !== 'ACCOUNT_MISMATCH')
  if (told.length + fileNotes.length === 0) return null
  return (
    <section className="facts">
      <h3>Good to know</h3>
      <ul className="warnings">
        {told.map((warning) => (
          <Warning key={warning} code={warning} words={warningWords(warning)} text={warningWords(warning)} />
        ))}
        {fileNotes.map(({ code, message }) => (
          <Warning key={`${code} ${message}`} code={code} words={tilde(message)} text={message} />
        ))}
      </ul>
    </section>
  )
}

interface WarningProps {
  readonly code: Code
  /** For who cannot see which sentence the question stands under. */
  readonly words: string
  readonly text: string
}

function Warning({ code, words, text }: WarningProps) {
  const { why, wayOut } = WARNING_ADVICE[code]
  return (
    <li>
      <Glyph name="info" />
      <div>
        <p>
          <PlacedText text={text} />
        </p>
        <details className="why">
          <summary aria-label={`Why? ${words}`}>Why?</summary>
          <p>{why}</p>
          <p>{wayOut}</p>
        </details>
      </div>
    </li>
  )
}
