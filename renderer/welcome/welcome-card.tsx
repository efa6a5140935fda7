import type { ReactNode } from 'react'
import { OWN_FILE } from '#core/config/example'
import type { Snapshot } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { useTilde } from '../parts/use-tilde.ts'
import { ProblemCard } from '../problems/problem-card.tsx'
import { useActions, useFace } from '../services.ts'
import { useWelcome } from './use-welcome.ts'

/** What was found at the first start, and the one next step. */
export function WelcomeCard({ snapshot }: { readonly snapshot: Snapshot }) {
  const actions = useActions()
  if (!useWelcome(snapshot.settings)) return null
  const { title, body } = wordsFor(snapshot)
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title">{title}</h2>
      {body}
      <div className="ask-buttons">
        {snapshot.config.demo ? <Own /> : null}
        <Button look="primary" onPress={() => void actions.changeSettings({ welcomed: true })}>
          {snapshot.config.demo ? 'Look around' : 'Got it'}
        </Button>
      </div>
    </section>
  )
}

function wordsFor({ config, configNotes, identities, trust }: Snapshot): {
  readonly title: string
  readonly body: ReactNode
} {
  const found = identities.filter(({ state }) => config.imported !== true || state.kind !== 'not-handled')
  const one = found.length === 1
  const count = one ? 'One identity' : `${found.length} identities`
  const steps = <Steps approve={trust !== null && trust.refusal === null} />
  if (config.demo) return { title: 'Welcome. This is a demo', body: <Demo notes={configNotes} /> }
  if (config.imported === true) return { title: `${count} found in your AWS config`, body: <Imported steps={steps} /> }
  const verb = one ? 'It stands' : 'They stand'
  return { title: `${count} found`, body: <Found file={config.file ?? ''} verb={verb} steps={steps} /> }
}

function Demo({ notes }: { readonly notes: Snapshot['configNotes'] }) {
  const signsIn = notes.find(({ code }) => code === 'config/signs-in')
  return (
    <>
      <p>
        Credtray found no configuration, so these identities are made up and <code>~/.aws</code> is not touched. Some
        are active: watch one renew, answer the one that asks.
        {signsIn === undefined ? <OwnWay /> : null}
      </p>
      {/* Their own profiles are nearly of use: that is a shorter way than a file of ours. */}
      {signsIn === undefined ? null : <ProblemCard problem={signsIn} calm />}
    </>
  )
}

function OwnWay() {
  return (
    <>
      {' '}
      For your own, choose the folder of an Atmos project, or write <code>{OWN_FILE}</code>; then start Credtray again.
    </>
  )
}

function Own() {
  const actions = useActions()
  return (
    <>
      <Button onPress={() => void actions.chooseFolder()}>Choose a folder…</Button>
      <Button onPress={() => void actions.copyExample()}>Copy an example</Button>
    </>
  )
}

interface FoundProps {
  readonly file: string
  readonly verb: string
  readonly steps: ReactNode
}

function Found({ file, verb, steps }: FoundProps) {
  const tilde = useTilde()
  return (
    <>
      <p>
        {verb} in <code>{tilde(file)}</code>, which Credtray only reads.
      </p>
      {steps}
    </>
  )
}

function Imported({ steps }: Pick<FoundProps, 'steps'>) {
  return (
    <>
      <p>
        These profiles run a command, take a role or ask for an MFA code. Credtray only reads that file; the keys of
        what you activate are kept in your credentials file, and go when you deactivate it.
      </p>
      {steps}
    </>
  )
}

/** `approve`: nothing can be activated before. */
function Steps({ approve }: { readonly approve: boolean }) {
  const trayShown = useFace(({ state }) => state?.trayShown ?? true)
  return (
    <ol>
      {approve ? <li>Review what it would run, and approve it, once.</li> : null}
      <li>Activate what you work with.</li>
      <li>
        In a terminal: <code>export AWS_PROFILE=name</code>. <kbd>C</kbd> copies it.
      </li>
      <li>
        {/* Without a tray the window is the app, and closing it ends both. */}
        {trayShown ? 'Close this window.' : 'Leave this window open, or minimize it.'} Credtray renews ahead of time,
        and calls you only when it needs you.
      </li>
    </ol>
  )
}
