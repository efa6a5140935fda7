import { useEffect, useRef } from 'react'
import { between } from '#core/base/time'
import type { IdentityView, RunView } from '#core/snapshot/snapshot'
import { IconButton } from '../parts/buttons.tsx'
import { agoWords, lastedWords } from '../parts/time-words.ts'
import { useTilde } from '../parts/use-tilde.ts'
import { useActions, useNow } from '../services.ts'

interface RunCardProps {
  readonly name: IdentityView['name']
  readonly run: RunView
  /** False: it is none of those that are kept. */
  readonly canCopy?: boolean
}

/** The words that were started, how it ended, and what it said on stderr; live while it runs. */
export function RunCard({ name, run, canCopy = true }: RunCardProps) {
  const actions = useActions()
  const words = useNow((now) =>
    run.lasted === null
      ? `runs for ${lastedWords(between(run.startedAt, now))}`
      : `${agoWords(run.startedAt, now)}, took ${lastedWords(run.lasted)}`,
  )
  return (
    <div className="run">
      <Started run={run} />
      <div className="run-facts">
        <span>{words}</span>
        <ExitCode run={run} />
        {run.lasted === null || !canCopy ? null : (
          <IconButton
            glyph="copy"
            label="Copy this run (secrets are hidden)"
            onPress={() => void actions.copyRun(name, run.startedAt)}
          />
        )}
      </div>
      {run.stderr === '' ? null : <Output text={run.stderr} live={run.lasted === null} />}
    </div>
  )
}

/** Each word in a box of its own: quotes and spaces are where most commands go wrong. */
function Started({ run }: { readonly run: RunView }) {
  const tilde = useTilde()
  if (run.argv === null) return <code className="run-command">{tilde(run.command)}</code>
  return (
    <ol className="argv" aria-label="The words that were started">
      {run.argv.map((word, at) => (
        // The words of one run never move, and may be alike.
        <li key={at}>
          <code>{word === '' ? '(empty)' : tilde(word)}</code>
        </li>
      ))}
    </ol>
  )
}

function ExitCode({ run }: { readonly run: RunView }) {
  if (run.lasted === null) return null
  const words = run.exitCode === null ? 'stopped before it ended' : `exit code ${run.exitCode}`
  return (
    <span className="exit-code" data-good={run.exitCode === 0}>
      {words}
    </span>
  )
}

/** A box of its own to scroll in, so it can be reached by keyboard. While it grows it shows its end. */
function Output({ text, live }: { readonly text: string; readonly live: boolean }) {
  const box = useRef<HTMLPreElement>(null)
  useEffect(() => {
    if (live && box.current !== null) box.current.scrollTop = box.current.scrollHeight
  }, [text, live])
  return (
    <pre className="output" ref={box} tabIndex={0} role="group" aria-label="What the command said (stderr)">
      {text}
    </pre>
  )
}
