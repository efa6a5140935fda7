import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import type { Problem } from '#core/base/problem'
import { between, seconds, type Instant } from '#core/base/time'
import { deviceWords } from '#core/identity/device-words'
import type { IdentityView } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useActions, useFace, useNow } from '../services.ts'
import type { Ask } from './ask-panel.tsx'
import { sentences } from './sentences.ts'

interface CodeFormProps {
  readonly view: IdentityView
  readonly ask: Extract<Ask, { readonly kind: 'mfa-code' }>
}

/** Asks for six digits. When they are refused it asks for them again, and for nothing else. */
export function CodeForm({ view, ask }: CodeFormProps) {
  const actions = useActions()
  const { code, setCode, trouble, busy, submit, field } = useCode(view.name, ask.refused)
  const wait = useNow((now) => secondsUntil(ask.waitUntil, now))
  const id = useId()
  const cancel = () => {
    setCode('')
    if (busy) void actions.cancel(view.name)
    else actions.leave(view.name)
  }
  return (
    <form className="code-form" noValidate onSubmit={submit}>
      <label className="ask-title" htmlFor={id}>
        MFA code for {ask.identity}
      </label>
      <Device id={`${id}-device`} view={view} ask={ask} />
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
          aria-describedby={`${id}-device ${id}-wait ${id}-trouble`}
          aria-invalid={trouble !== null}
          onChange={(event) => setCode(event.target.value)}
        />
        <button type="submit" className="button button-primary" disabled={wait > 0} aria-disabled={busy}>
          {busy ? 'Checking…' : 'Use code'}
        </button>
        <Button onPress={cancel}>Cancel</Button>
      </div>
      <p className="code-wait" id={`${id}-wait`}>
        {wait > 0 ? `The next code works in ${wait} s.` : null}
      </p>
      <Trouble id={`${id}-trouble`} words={trouble} />
    </form>
  )
}

/** Whose code it is, and on which device it stands: who has five of them wants to know. */
function Device({ id, view, ask }: CodeFormProps & { readonly id: string }) {
  const demo = useFace(({ state }) => state?.snapshot.config.demo === true)
  return (
    <p className="ask-text" id={id}>
      The six digits that <strong title={ask.serial}>{deviceWords(ask.serial)}</strong> shows now.
      {view.name === ask.identity ? null : ` ${view.name} gets its keys through it.`}
      {demo ? ' In this demo any six digits do; 000000 is refused, to show how that looks.' : null}
    </p>
  )
}

function secondsUntil(when: Instant | null, now: Instant): number {
  return when === null ? 0 : Math.max(0, Math.ceil(between(now, when) / seconds(1)))
}

function useCode(name: IdentityView['name'], refused: Problem | null) {
  const actions = useActions()
  const busy = useFace(({ pending }) => pending.has(`session/refresh ${name}`))
  const shows = useFace((face) => face.shows)
  const answering = useFace((face) => face.answering === name)
  const field = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const [trouble, setTrouble] = useState(sentences(refused))

  useEffect(() => {
    setTrouble(sentences(refused))
    if (refused !== null) setCode('')
  }, [refused])
  useEffect(() => {
    if (answering) field.current?.focus({ preventScroll: true })
  }, [answering, refused, shows])

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
    setTrouble(sentences(problem))
    field.current?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) void send()
  }
  return { code, setCode, trouble, busy, submit, field }
}
