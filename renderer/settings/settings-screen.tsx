import { useId, useState } from 'react'
import type { SettingsFacts } from '#core/settings/facts'
import type { Snapshot } from '#core/snapshot/snapshot'
import { useAnswer } from '../files/use-answer.ts'
import { Button, IconButton } from '../parts/buttons.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { ProblemCard } from '../problems/problem-card.tsx'
import { useActions } from '../services.ts'
import type { Entry } from './entry.ts'
import { found } from './found.ts'
import { SECTIONS } from './sections.ts'

interface ScreenProps {
  readonly snapshot: Snapshot
  readonly onBack: () => void
}

/** What can be chosen. Each choice counts at once, but for those that say otherwise. */
export function SettingsScreen({ snapshot, onBack }: ScreenProps) {
  const { settingsFacts } = useActions()
  const { answer } = useAnswer(settingsFacts)
  return (
    <section className="page settings" aria-labelledby="settings-title">
      <div className="page-head">
        <IconButton glyph="back" label="Back to the list" onPress={onBack} />
        <PageTitle id="settings-title">Settings</PageTitle>
      </div>
      {answer === null || answer.ok ? null : <ProblemCard problem={answer.problem} />}
      {answer?.ok === true ? <Everything snapshot={snapshot} facts={answer.value} /> : null}
    </section>
  )
}

interface EverythingProps {
  readonly snapshot: Pick<Snapshot, 'settings' | 'asWritten'>
  readonly facts: SettingsFacts
}

function Everything({ snapshot, facts }: EverythingProps) {
  const actions = useActions()
  const [search, setSearch] = useState('')
  const sections = found(SECTIONS, search, facts.platform)
  const waits = SECTIONS.some(({ entries }) =>
    entries.some((entry) => entry.waits?.(snapshot.settings, facts) === true),
  )
  return (
    <>
      <div className="filter settings-search">
        <Glyph name="search" />
        <input
          type="search"
          aria-label="Search the settings"
          placeholder="Search the settings"
          autoComplete="off"
          spellCheck={false}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <div role="status">
        {waits ? (
          <div className="settings-restart">
            <span>What you chose counts from the next start.</span>
            <Button onPress={() => void actions.restart()}>Restart Credtray</Button>
          </div>
        ) : null}
        {sections.length === 0 ? <p className="muted">No setting has these words.</p> : null}
      </div>
      {sections.map(({ title, entries }) => (
        <section key={title}>
          <h3 className="page-heading">{title}</h3>
          {entries.map((entry) => (
            <Row key={entry.title} entry={entry} snapshot={snapshot} facts={facts} />
          ))}
        </section>
      ))}
    </>
  )
}

function Row({ entry, snapshot, facts }: EverythingProps & { readonly entry: Entry }) {
  const actions = useActions()
  const id = useId()
  const blocked = entry.blocked?.(facts) ?? null
  const Control = entry.control
  return (
    <div className="setting" data-wide={entry.isWide === true}>
      <div className="setting-words">
        <label htmlFor={id} className="setting-title">
          {entry.title}
        </label>
        <span id={`${id}-why`} className="setting-why">
          {entry.why}
          {blocked === null ? null : <span className="setting-blocked"> {blocked}</span>}
        </span>
      </div>
      <Control
        settings={snapshot.settings}
        asWritten={snapshot.asWritten}
        facts={facts}
        change={(patch) => void actions.changeSettings(patch)}
        disabled={blocked !== null}
        id={id}
        describedBy={`${id}-why`}
      />
    </div>
  )
}
