import { profileName } from '#core/identity/names'
import { isActiveState, type Snapshot } from '#core/snapshot/snapshot'
import { Banner } from '../banner.tsx'
import { changeBanner } from '../face-actions.ts'
import { Button } from '../parts/buttons.tsx'
import { useTilde } from '../parts/use-tilde.ts'
import { useActions, useFace } from '../services.ts'

/** A word on a change of the person's file that is worth one: the first there ever was, and each take-over. */
export function ChangeBanner({ snapshot: { fileChange, identities } }: { readonly snapshot: Snapshot }) {
  if (fileChange === undefined) return null
  if (fileChange.kind === 'added' && (!fileChange.isFirst || isGone(fileChange.profile, identities))) return null
  return <Told change={fileChange} />
}

/** Deactivated since: what was added is not there any more, so there is nothing to undo. */
function isGone(profile: string, identities: Snapshot['identities']): boolean {
  const writers = identities.filter((view) => view.profile.toString() === profile)
  return writers.length > 0 && writers.every(({ state }) => !isActiveState(state))
}

function Told({ change }: { readonly change: NonNullable<Snapshot['fileChange']> }) {
  const actions = useActions()
  const tilde = useTilde()
  const profile = profileName(change.profile)
  const busy = useFace(({ pending }) => pending.has(`files/undo ${profile}`))
  const id = changeBanner(change.at)
  const undo = async () => {
    if (await actions.undo(profile)) actions.hideBanner(id)
  }
  return (
    <Banner
      id={id}
      tone="plain"
      glyph="file"
      closable
      action={
        <span className="banner-actions">
          <Button onPress={() => actions.setScreen('files')}>See what changed</Button>
          <Button busy={busy} onPress={() => void undo()}>
            Undo
          </Button>
        </span>
      }
    >
      Credtray {change.kind === 'added' ? 'added' : 'took over'} <strong>[{profile}]</strong>{' '}
      {change.kind === 'added' ? 'to' : 'in'} <code>{tilde(change.file)}</code>.
    </Banner>
  )
}
