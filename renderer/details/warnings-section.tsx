import type { IdentityView } from '#core/snapshot/snapshot'
import { warningWords } from '#core/snapshot/wording'
import { Glyph } from '../parts/glyph.tsx'

/** What works here and may surprise elsewhere. */
export function WarningsSection({ warnings }: { readonly warnings: IdentityView['warnings'] }) {
  // Who the keys are of stands above, in red.
  const told = warnings.filter((warning) => warning !== 'ACCOUNT_MISMATCH')
  if (told.length === 0) return null
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
      </ul>
    </section>
  )
}
