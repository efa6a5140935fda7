import type { IdentityView, Snapshot } from '#core/snapshot/snapshot'
import { IdentityDetails } from '../details/identity-details.tsx'
import { IdentityList } from '../identities/identity-list.tsx'
import { ProductionQuestion } from '../identities/production-question.tsx'
import { SelectionBar } from '../identities/selection-bar.tsx'
import type { ShownList } from '../identities/use-shown-list.ts'
import { Button } from '../parts/buttons.tsx'
import { useActions, useFace } from '../services.ts'
import { SetsDialog } from '../sets/sets-dialog.tsx'
import { WelcomeCard } from '../welcome/welcome-card.tsx'
import { useMedia, WIDE } from '../use-media.ts'

interface ListScreenProps {
  readonly list: ShownList
  readonly snapshot: Snapshot
}

/** The list; its details beside it in a wide window, below it in a narrow one. */
export function ListScreen({ list, snapshot }: ListScreenProps) {
  const { views, lines, filter, groupBy } = list
  const chosen = useFace((face) => face.selected)
  const marked = useFace((face) => face.marked)
  const selected = views.find((view) => view.name === chosen) ?? views[0] ?? null
  const several = marked.size === 0 ? [] : views.filter(({ name }) => marked.has(name))
  const pane = <Pane selected={selected} several={several} snapshot={snapshot} />
  const wide = useMedia(WIDE)
  const open = useFace((face) => face.detailsOpen)
  return (
    <>
      <WelcomeCard snapshot={snapshot} />
      <div className="columns" data-details={several.length === 0 && selected !== null && (wide || open)}>
        {views.length === 0 ? (
          <NoMatch />
        ) : (
          <IdentityList lines={lines} shown={selected} grouped={groupBy !== 'none'} filter={filter} />
        )}
        {pane}
        <Question snapshot={snapshot} />
        <SetsDialog snapshot={snapshot} />
      </div>
    </>
  )
}

interface PaneProps {
  readonly selected: IdentityView | null
  readonly several: readonly IdentityView[]
  readonly snapshot: Snapshot
}

/** One identity in full, or what can be done with several: never both, so no button is about somebody else. */
function Pane({ selected, several, snapshot }: PaneProps) {
  const actions = useActions()
  const wide = useMedia(WIDE)
  const open = useFace((face) => face.detailsOpen)
  if (several.length > 0) return <SelectionBar views={several} />
  if (selected === null || !(wide || open)) return null
  const onClose = wide ? null : actions.closeDetails
  return <IdentityDetails view={selected} snapshot={snapshot} onClose={onClose} />
}

function Question({ snapshot }: { readonly snapshot: Snapshot }) {
  const names = useFace((face) => face.question)
  if (names === null) return null
  const views = snapshot.identities.filter(({ name }) => names.includes(name))
  return <ProductionQuestion key={names.join(' ')} views={views} settings={snapshot.settings} />
}

function NoMatch() {
  const actions = useActions()
  const filter = useFace((face) => face.filter)
  return (
    <div className="no-match">
      <p>
        Nothing matches <strong>{filter}</strong>.
      </p>
      <p className="muted">Every word is looked for in name, profile, account, tag, kind, chain and state.</p>
      <Button onPress={() => actions.setFilter('')}>Clear filter</Button>
    </div>
  )
}
