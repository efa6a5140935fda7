import type { IdentityView } from '#core/snapshot/snapshot'
import { warningWords } from '#core/snapshot/wording'
import { Glyph } from '../parts/glyph.tsx'
import { useTilde } from '../parts/use-tilde.ts'

/** What works here and may surprise elsewhere. */
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
          <li key={warning}>
            <Glyph name="info" />
            <span>{warningWords(warning)}</span>
          </li>
        ))}
        {fileNotes.map(({ code, message }) => (
          <li key={`${code} ${message}`}>
            <Glyph name="info" />
            <span>{tilde(message)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
