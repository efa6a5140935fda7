import type { IdentityView, Snapshot } from '#core/snapshot/snapshot'
import { IdentityDetails } from '../details/identity-details.tsx'
import { IdentityList } from '../identities/identity-list.tsx'
import { Button } from '../parts/buttons.tsx'
import { useActions, useFace } from '../services.ts'
import { useMedia, WIDE } from '../use-media.ts'

interface ListScreenProps {
  readonly views: readonly IdentityView[]
  readonly snapshot: Snapshot
}

/** The list; its details beside it in a wide window, below it in a narrow one. */
export function ListScreen({ views, snapshot }: ListScreenProps) {
  const actions = useActions()
  const wide = useMedia(WIDE)
  const open = useFace((face) => face.detailsOpen)
  const chosen = useFace((face) => face.selected)
  const selected = views.find((view) => view.name === chosen) ?? views[0] ?? null
  const shown = (wide || open) && selected !== null ? selected : null
  return (
    <div className="columns" data-details={shown !== null}>
      {views.length === 0 ? <NoMatch /> : <IdentityList views={views} selected={selected} />}
      {shown === null ? null : (
        <IdentityDetails view={shown} snapshot={snapshot} onClose={wide ? null : () => actions.setDetailsOpen(false)} />
      )}
    </div>
  )
}

function NoMatch() {
  const actions = useActions()
  const filter = useFace((face) => face.filter)
  return (
    <div className="no-match">
      <p>
        Nothing matches <strong>{filter}</strong>.
      </p>
      <p className="muted">The filter looks at name, profile, account, chain and state.</p>
      <Button onPress={() => actions.setFilter('')}>Clear filter</Button>
    </div>
  )
}
