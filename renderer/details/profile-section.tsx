import { useCallback } from 'react'
import type { WrittenLines } from '#core/profile-file/written-lines'
import { passedOver } from '#core/settings/passed-over'
import type { IdentityView, Snapshot } from '#core/snapshot/snapshot'
import { useAnswer } from '../files/use-answer.ts'
import { Button } from '../parts/buttons.tsx'
import { PlaceLink } from '../parts/place-link.tsx'
import { useTilde } from '../parts/use-tilde.ts'
import { ProblemCard } from '../problems/problem-card.tsx'
import { useTwoSteps } from '../parts/use-two-steps.ts'
import { useActions } from '../services.ts'
import { RenameForm } from './rename-form.tsx'

interface ProfileSectionProps {
  readonly view: IdentityView
  readonly snapshot: Snapshot
}

/** Under which name the keys go where, and what stands there now. */
export function ProfileSection({ view, snapshot }: ProfileSectionProps) {
  const { asked: renaming, ask, leave, button, question } = useTwoSteps<HTMLFormElement>()
  if (view.state.kind === 'not-handled') return null
  return (
    <section className="facts">
      <h3>Profile</h3>
      <div className="profile-line">
        <code>{view.profile}</code>
        {renaming ? null : (
          <Button ref={button} onPress={ask}>
            Rename…
          </Button>
        )}
      </div>
      {renaming ? <RenameForm view={view} snapshot={snapshot} ref={question} onDone={leave} /> : null}
      <PassedOver view={view} snapshot={snapshot} />
      <Written view={view} />
    </section>
  )
}

/** A chosen name that somebody else has is not forgotten, and not used. */
function PassedOver({ view: { name, profile }, snapshot }: ProfileSectionProps) {
  const { profiles } = snapshot.settings
  const wish = Object.hasOwn(profiles, name) ? profiles[name] : undefined
  const holder = snapshot.identities.find((other) => other.profile === wish && other.name !== name)
  if (wish === undefined || wish === profile || holder === undefined) return null
  return (
    <div className="passed-over">
      <ProblemCard calm problem={passedOver({ name, profile, wish, holder: holder.name })} />
    </div>
  )
}

/** Read again when a renewal, an activation or another name may have changed it. */
function Written({ view: { name, profile, state, fileNotes } }: { readonly view: IdentityView }) {
  const actions = useActions()
  const since = state.kind === 'live' || state.kind === 'expiring' ? state.since : null
  // oxlint-disable-next-line react/exhaustive-deps -- all but the name say when to ask again, not what to ask
  const ask = useCallback(() => actions.writtenLines(name), [actions, name, profile, state.kind, since, fileNotes])
  const { answer } = useAnswer(ask)
  if (answer === null) return <p className="muted">Looking at the file…</p>
  // The same file that kept the keys out: once is enough.
  const isTold = !answer.ok && 'problem' in state && state.problem?.message === answer.problem.message
  if (isTold) return null
  if (!answer.ok) return <ProblemCard problem={answer.problem} />
  return <Lines written={answer.value} profile={profile} />
}

function Lines({ written, profile }: { readonly written: WrittenLines; readonly profile: string }) {
  const tilde = useTilde()
  const { file, owner, lines, region } = written
  return (
    <>
      {lines.length === 0 ? null : (
        <figure className="written">
          <figcaption>
            <code>{tilde(file)}</code>
          </figcaption>
          <ol aria-label={`What stands under ${profile}`}>
            {lines.map(({ number, text }) => (
              <li key={number}>
                <span className="line-number">{number}</span>
                <code>{text}</code>
              </li>
            ))}
          </ol>
        </figure>
      )}
      <p className="written-words">{ownerWords(written, profile, tilde(file))}</p>
      {region === null ? null : (
        <p className="written-words">
          <code>{region.text.trim()}</code> stands in{' '}
          <PlaceLink where={{ file: region.file, line: region.number, column: 1 }} />
        </p>
      )}
      {owner === 'us' && lines.length > 0 ? <WhatTheyAre /> : null}
    </>
  )
}

function ownerWords({ owner, lines }: WrittenLines, profile: string, file: string): string {
  if (owner === 'us') return 'Written by Credtray. Secrets are masked here, and never leave the file for this window.'
  if (owner === 'someone-else')
    return `This section is yours or another tool’s, so Credtray leaves it as it is. Choose another name, or hand it over when you activate.`
  return lines.length === 0
    ? `${file} holds no [${profile}] now. It is written when this identity has fresh keys.`
    : `The section is there and empty. It is filled when this identity has fresh keys.`
}

function WhatTheyAre() {
  return (
    <details className="why">
      <summary>What are the last two lines?</summary>
      <p>
        <code>x_security_token_expires</code> is when these keys end, for prompts such as starship. AWS tools pass over
        it.
      </p>
      <p>
        <code>manager = credtray</code> marks the section as Credtray’s own. A section without it is never changed.
      </p>
    </details>
  )
}
