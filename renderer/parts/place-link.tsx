import type { Place } from '#core/base/problem'
import { useActions } from '../services.ts'
import { useTilde } from './use-tilde.ts'

/** A place in a file. A press opens it there, in the person's editor. A first column says nothing, and is not said. */
export function PlaceLink({ where }: { readonly where: Place }) {
  const actions = useActions()
  const tilde = useTilde()
  return (
    <button
      type="button"
      className="place-link"
      title="Open this line in your editor"
      onClick={() => void actions.openConfig(where)}
    >
      <code>
        {tilde(where.file)}:{where.line}
        {where.column === 1 ? null : `:${where.column}`}
      </code>
    </button>
  )
}
