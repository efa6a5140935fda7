import type { IdentityView } from '#core/snapshot/snapshot'
import { IconButton } from '../parts/buttons.tsx'
import { useActions } from '../services.ts'

interface StarButtonProps {
  readonly view: IdentityView
  readonly tabStop?: boolean
}

/** Makes an identity a favourite, or takes that back. */
export function StarButton({ view, tabStop = true }: StarButtonProps) {
  const actions = useActions()
  const { name, isFavourite } = view
  return (
    <IconButton
      glyph={isFavourite ? 'star-full' : 'star'}
      label={isFavourite ? `${name} is a favourite; take that back` : `Make ${name} a favourite`}
      tabStop={tabStop}
      onPress={() => void actions.setFavourites([view], !isFavourite)}
    />
  )
}
