import type { IdentityView } from '#core/snapshot/snapshot'
import { warningWords } from '#core/snapshot/wording'
import { Glyph } from '../parts/glyph.tsx'

/** What works here and may surprise elsewhere. */
export function WarningsSection({ warnings }: { readonly warnings: IdentityView['warnings'] }) {
  if (warnings.length === 0) return null
  return (
    <section className="facts">
      <h3>Good to know</h3>
      <ul className="warnings">
        {warnings.map((warning) => (
          <li key={warning}>
            <Glyph name="info" />
            <span>{warningWords(warning)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
