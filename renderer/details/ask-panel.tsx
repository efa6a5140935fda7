import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import type { Problem } from '#core/base/problem'
import type { IdentityView, StateView } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { useActions, useFace } from '../services.ts'
import { deviceWords } from './device-words.ts'

export type Ask = Extract<StateView, { readonly kind: 'needs-you' }>['ask']

/** What only a person can do: type a code, or be there when a browser opens. */
export function AskPanel({ view, ask }: { readonly view: IdentityView; readonly ask: Ask }) {
  return <div className="ask">{question(view, ask)}</div>
}

function question(view: IdentityView, ask: Ask) {
  if (ask.kind === 'mfa-code') return <CodeForm view={view} ask={ask} />
  return ask.kind === 'look' ? <Look view={view} ask={ask} /> : <SignIn view={view} />
}

/** No timer tries again, so this is where the person decides. */
function Look({ view, ask }: { readonly view: IdentityView; readonly ask: Extract<Ask, { readonly kind: 'look' }> }) {
  const actions = useActions()
  const busy = useFace(({ pending }) => pending.has(`session/refresh ${view.name}`))
  return (
    <>
      <p className="ask-title">
        {view.name} failed {ask.tries} times in a row
      </p>
      <p className="ask-text">
        {ask.problem.message} {ask.problem.hint} Credtray has stopped trying until you say so, or this computer wakes
        up.
      </p>
      <Button look="primary" disabled={busy} onPress={() => void actions.refresh(view.name)}>
        {busy ? 'Trying…' : 'Try again'}
      </Button>
    </>
  )
}

function SignIn({ view }: { readonly view: IdentityView }) {
  const actions = useActions()
  const busy = useFace(({ pending }) => pending.has(`session/refresh ${view.name}`))
  return (
    <>
      <p className="ask-title">{view.name} waits for you to sign in</p>
      <p className="ask-text">Its command opens a browser or a dialog, so Credtray starts it only when you say so.</p>
      <Button look="primary" disabled={busy} onPress={() => void actions.refresh(view.name)}>
        {busy ? 'Signing in…' : 'Sign in now'}
      </Button>
    </>
  )
}

interface CodeFormProps {
  readonly view: IdentityView
  readonly ask: Extract<Ask, { readonly kind: 'mfa-code' }>
}

/** Asks for six digits. When they are refused it asks for them again, and for nothing else. */
function CodeForm({ view, ask }: CodeFormProps) {
  const { code, setCode, trouble, busy, submit, field } = useCode(view.name, ask.refused)
  const id = useId()
  return (
    <form className="code-form" noValidate onSubmit={submit}>
      <label className="ask-title" htmlFor={id}>
        MFA code for {view.name}
      </label>
      <p className="ask-text" id={`${id}-device`}>
        The six digits that <strong title={ask.serial}>{deviceWords(ask.serial)}</strong> shows now.
      </p>
      <div className="code-line">
        <input
          ref={field}
          id={id}
          className="code-field"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          placeholder="6 digits"
          value={code}
          aria-describedby={`${id}-device ${id}-trouble`}
          aria-invalid={trouble !== null}
          onChange={(event) => setCode(event.target.value)}
        />
        <button type="submit" className="button button-primary" disabled={busy}>
          {busy ? 'Checking…' : 'Use code'}
        </button>
      </div>
      <p className="code-trouble" id={`${id}-trouble`} role="alert">
        {trouble === null ? null : (
          <>
            <Glyph name="alert" /> {trouble}
          </>
        )}
      </p>
    </form>
  )
}

function useCode(name: IdentityView['name'], refused: Problem | null) {
  const actions = useActions()
  const busy = useFace(({ pending }) => pending.has(`session/refresh ${name}`))
  const field = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const [trouble, setTrouble] = useState(wordsFor(refused))

  useEffect(() => {
    setTrouble(wordsFor(refused))
    if (refused !== null) setCode('')
    field.current?.focus({ preventScroll: true })
  }, [refused])

  const send = async () => {
    const digits = code.replaceAll(/\s/g, '')
    if (!/^\d{6}$/.test(digits)) {
      setTrouble('That is not six digits.')
      field.current?.focus()
      return
    }
    setTrouble(null)
    const problem = await actions.sendCode(name, digits)
    if (problem === null) return
    setCode('')
    setTrouble(wordsFor(problem))
    field.current?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) void send()
  }
  return { code, setCode, trouble, busy, submit, field }
}

const wordsFor = (problem: Problem | null): string | null =>
  problem === null ? null : `${problem.message} ${problem.hint}`.trim()
