import { useEffect, useRef } from 'react'
import { between } from '#core/base/time'
import type { RunView } from '#core/snapshot/snapshot'
import { agoWords, lastedWords } from '../parts/time-words.ts'
import { useTilde } from '../parts/use-tilde.ts'
import { useNow } from '../services.ts'

/** The command, how it ended, and what it said on stderr; live while it runs. */
export function LastRunSection({ run }: { readonly run: RunView }) {
  const tilde = useTilde()
  const words = useNow((now) =>
    run.lasted === null
      ? `runs for ${lastedWords(between(run.startedAt, now))}`
      : `${agoWords(run.startedAt, now)}, took ${lastedWords(run.lasted)}`,
  )
  return (
    <section className="facts">
      <h3>{run.lasted === null ? 'Running' : 'Last run'}</h3>
      <div className="run">
        <code className="run-command">{tilde(run.command)}</code>
        <p className="run-facts">
          <span>{words}</span>
          <ExitCode run={run} />
        </p>
        {run.stderr === '' ? null : <Output text={run.stderr} live={run.lasted === null} />}
      </div>
    </section>
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
    <pre className="output" ref={box} tabIndex={0} role="region" aria-label="What the command said (stderr)">
      {text}
    </pre>
  )
}
