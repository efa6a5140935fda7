import { type ReactNode, useId, useState } from 'react'
import { DESTINATIONS } from '#core/actions/destinations'
import { EXPORT_FORMATS } from '#core/command/shell-exports'
import { isActiveState, type IdentityView } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { Select } from '../parts/select.tsx'
import { useActions, useFace } from '../services.ts'
import { CopyEndpoint } from './copy-endpoint.tsx'
import { CopyKeys } from './copy-keys.tsx'
import { shellName, shellOf } from './shell-names.ts'

interface OpenSectionProps {
  readonly view: IdentityView
  /** The keys are made up: AWS has no console for them. */
  readonly demo: boolean
}

/** What the identity is taken along to: a browser, a terminal, a shell of one's own. */
export function OpenSection({ view, demo }: OpenSectionProps) {
  if (view.state.kind === 'not-handled' || view.state.kind === 'waiting-for-trust') return null
  return (
    <section className="facts open" aria-label="Use it">
      <h3>Use it</h3>
      <ConsoleLine view={view} demo={demo} />
      <TerminalLine view={view} />
      <ExportsLine view={view} />
    </section>
  )
}

function ConsoleLine({ view, demo }: OpenSectionProps) {
  const actions = useActions()
  const [page, setPage] = useState('home')
  const busy = useFace(({ pending }) => pending.has(`session/open-console ${view.name}`))
  const problem = demo ? DEMO : view.consoleProblem
  const pages = DESTINATIONS.map((alias) => ({ value: alias, label: alias === 'home' ? 'its first page' : alias }))
  return (
    <OpenLine
      because={problem === null ? null : `${problem.message} ${problem.hint}`}
      button={(reason) => (
        <Button
          glyph="open"
          disabled={problem !== null}
          busy={busy}
          describedBy={reason}
          onPress={() => void actions.openConsole(view, page === 'home' ? null : page)}
        >
          Open console
        </Button>
      )}
    >
      {problem === null ? (
        <Select label="Page of the console" word="at" value={page} options={pages} onPick={setPage} />
      ) : null}
    </OpenLine>
  )
}

/** Said here without asking main, which says the same. */
const DEMO = {
  message: 'The keys of the demo are made up, so AWS has no console for them.',
  hint: 'It opens from here once you have a configuration of your own.',
}

function TerminalLine({ view }: { readonly view: IdentityView }) {
  const actions = useActions()
  const busy = useFace(({ pending }) => pending.has(`session/open-terminal ${view.name}`))
  const active = isActiveState(view.state)
  return (
    <OpenLine
      because={active ? null : 'Activate it first: until then its profile holds no keys.'}
      button={(reason) => (
        <Button
          glyph="terminal"
          disabled={!active}
          busy={busy}
          describedBy={reason}
          onPress={() => void actions.openTerminal(view)}
        >
          Open terminal
        </Button>
      )}
    >
      {active ? (
        <span className="open-word">
          with <code>AWS_PROFILE={view.profile}</code>
        </span>
      ) : null}
    </OpenLine>
  )
}

function ExportsLine({ view }: { readonly view: IdentityView }) {
  const actions = useActions()
  const format = useFace(({ exportFormat }) => exportFormat)
  const shells = EXPORT_FORMATS.map((value) => ({ value, label: shellName(value) }))
  return (
    <>
      <OpenLine
        because={null}
        button={() => (
          <Button glyph="copy" onPress={() => void actions.copyExports(view)}>
            Copy exports
          </Button>
        )}
      >
        <Select
          label="Shell of the exports"
          word="for"
          value={format}
          options={shells}
          onPick={(value) => actions.setExportFormat(shellOf(value))}
        />
      </OpenLine>
      <CopyEndpoint view={view} />
      <CopyKeys key={view.name} view={view} />
    </>
  )
}

interface OpenLineProps {
  /** Why the button cannot be pressed. `null`: it can. */
  readonly because: string | null
  /** Given the id of the reason. */
  readonly button: (reason: string) => ReactNode
  readonly children: ReactNode
}

function OpenLine({ because, button, children }: OpenLineProps) {
  const reason = useId()
  return (
    <div className="open-line">
      {button(reason)}
      {children}
      {because === null ? null : (
        <p id={reason} className="open-because">
          {because}
        </p>
      )}
    </div>
  )
}
