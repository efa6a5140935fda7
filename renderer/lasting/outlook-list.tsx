import type { Outlook } from '#core/refresh/will-it-last'
import type { IdentityView, Snapshot } from '#core/snapshot/snapshot'
import { Glyph, type GlyphName } from '../parts/glyph.tsx'
import { useActions, useNow } from '../services.ts'
import { outlookWords } from './outlook-words.ts'

interface OutlookListProps {
  readonly outlooks: readonly Outlook[]
  readonly snapshot: Snapshot
}

/** What needs a thought first; in each group the order of the list. */
export function OutlookList({ outlooks, snapshot }: OutlookListProps) {
  return GROUPS.map(({ verdict, title, glyph }) => {
    const group = outlooks.filter((outlook) => outlook.verdict === verdict)
    if (group.length === 0) return null
    return (
      <section key={verdict} aria-label={title} className="outlooks" data-verdict={verdict}>
        <h3 className="page-heading">
          <Glyph name={glyph} />
          {title}
        </h3>
        <ul>
          {group.map((outlook) => (
            <Row key={outlook.name} outlook={outlook} snapshot={snapshot} />
          ))}
        </ul>
      </section>
    )
  })
}

interface Group {
  readonly verdict: Outlook['verdict']
  readonly title: string
  readonly glyph: GlyphName
}

const GROUPS: readonly Group[] = [
  { verdict: 'stops', title: 'Not without you', glyph: 'alert' },
  { verdict: 'renew', title: 'Once they are renewed', glyph: 'refresh' },
  { verdict: 'renewed', title: 'With fresh keys on the way', glyph: 'info' },
  { verdict: 'lasts', title: 'With the keys of now', glyph: 'check' },
]

function Row({ outlook, snapshot }: { readonly outlook: Outlook; readonly snapshot: Snapshot }) {
  const actions = useActions()
  const words = useNow((now) => outlookWords(outlook, now))
  const hop = outlook.alone.because?.hop ?? outlook.name
  const needed = outlook.verdict === 'stops' && hop !== outlook.name && isThere(hop, snapshot)
  return (
    <li>
      <button type="button" className="hop-link outlook-name" onClick={() => actions.show(outlook.name)}>
        {outlook.name}
      </button>
      <p>{words}</p>
      {needed ? (
        <button type="button" className="place-link" onClick={() => actions.show(hop)}>
          Show {hop}
        </button>
      ) : null}
    </li>
  )
}

const isThere = (name: IdentityView['name'], { identities }: Snapshot): boolean =>
  identities.some((view) => view.name === name)
