import type { IdentityView } from '#core/snapshot/snapshot'
import { Glyph } from '../parts/glyph.tsx'
import type { Filter } from './filter.ts'
import { Found } from './found.tsx'

interface RowNameProps {
  readonly view: IdentityView
  readonly filter: Filter
}

/** The name, and whether it is a favourite. */
export function RowName({ view, filter }: RowNameProps) {
  return (
    <span className="row-head">
      <span className="row-name" title={view.name}>
        <Found text={view.name} filter={filter} />
      </span>
      {view.isFavourite ? (
        <span className="row-star" title="Favourite">
          <Glyph name="star-full" />
          <span className="visually-hidden">favourite</span>
        </span>
      ) : null}
    </span>
  )
}
