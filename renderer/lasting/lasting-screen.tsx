import { useMemo, useState } from 'react'
import { toRenew, willItLast, type Outlook } from '#core/refresh/will-it-last'
import type { IdentityView, Snapshot } from '#core/snapshot/snapshot'
import { Button, IconButton } from '../parts/buttons.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { clockWords } from '../parts/time-words.ts'
import { useActions, useFace, useNow, useServices } from '../services.ts'
import { OutlookList } from './outlook-list.tsx'
import { TargetPicker } from './target-picker.tsx'
import { inHours, type Target } from './target.ts'

interface LastingScreenProps {
  readonly snapshot: Snapshot
  readonly onBack: () => void
}

/** Pick how long; it says who does not reach it without you and why, and renews first whom that helps. */
export function LastingScreen({ snapshot, onBack }: LastingScreenProps) {
  const { clock } = useServices()
  const chosen = useFace((face) => face.selected)
  const [target, setTarget] = useState<Target>(() => inHours(2, clock.now()))
  const [alone, setAlone] = useState(false)
  const only = alone ? (snapshot.identities.find(({ name }) => name === chosen) ?? null) : null
  const { outlooks, names } = useOutlooks(snapshot, target, only)
  const when = useNow((now) => clockWords(target.at, now))
  return (
    <section className="page lasting" aria-labelledby="lasting-title">
      <div className="page-head">
        <IconButton glyph="back" label="Back to the list" onPress={onBack} />
        <PageTitle id="lasting-title">Will it last?</PageTitle>
      </div>
      <TargetPicker target={target} onPick={setTarget} />
      <Scope chosen={chosen} alone={alone} onPick={setAlone} />
      <p className="lasting-summary" role="status">
        {summaryWords(outlooks, when)}
      </p>
      <OutlookList outlooks={outlooks} snapshot={snapshot} />
      <RenewFirst names={names} />
    </section>
  )
}

/** Looked at again every ten seconds, and whenever something changes. */
function useOutlooks({ identities, paused }: Snapshot, { at }: Target, only: IdentityView | null) {
  const { clock } = useServices()
  const tick = useNow((now) => Math.floor(now / 10_000))
  const name = only?.name ?? null
  return useMemo(() => {
    const views = new Map(identities.map((view) => [view.name, view]))
    const names = name === null ? null : new Set([name])
    const question = { views, paused, now: clock.now(), target: at, names }
    const outlooks = willItLast(question)
    return { outlooks, names: toRenew(outlooks, question) }
    // oxlint-disable-next-line react/exhaustive-deps -- `tick` is when to look again, not what to look at
  }, [identities, paused, at, name, clock, tick])
}

interface ScopeProps {
  readonly chosen: IdentityView['name'] | null
  readonly alone: boolean
  readonly onPick: (alone: boolean) => void
}

function Scope({ chosen, alone, onPick }: ScopeProps) {
  if (chosen === null) return null
  return (
    <div className="choices" role="group" aria-label="Which identities">
      <button type="button" className="choice" aria-pressed={!alone} onClick={() => onPick(false)}>
        All active
      </button>
      <button type="button" className="choice" aria-pressed={alone} onClick={() => onPick(true)}>
        Only {chosen}
      </button>
    </div>
  )
}

function RenewFirst({ names }: { readonly names: readonly IdentityView['name'][] }) {
  const actions = useActions()
  const busy = useFace((face) => face.renewing)
  if (names.length === 0 && !busy) return null
  const count = names.length === 1 ? names[0] : `${names.length} identities`
  return (
    <div className="page-answer">
      <div className="page-buttons">
        <Button look="primary" glyph="refresh" busy={busy} onPress={() => void actions.renewInOrder(names)}>
          {busy ? 'Renewing…' : `Renew ${count} first`}
        </Button>
      </div>
    </div>
  )
}

function summaryWords(outlooks: readonly Outlook[], when: string): string {
  if (outlooks.length === 0) return 'Nothing is active, so there is nothing to last.'
  const bad = outlooks.filter(({ verdict }) => verdict === 'stops').length
  const all = outlooks.length === 1 ? 'It reaches' : `All ${outlooks.length} reach`
  if (bad === 0) return `${all} ${when} without you.`
  if (outlooks.length === 1) return `It does not reach ${when} without you.`
  return `${bad} of ${outlooks.length} ${bad === 1 ? 'does' : 'do'} not reach ${when} without you.`
}
