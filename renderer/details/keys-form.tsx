import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import type { IdentityView } from '#core/snapshot/snapshot'
import { Trouble } from '../parts/trouble.tsx'
import { useActions, useFace } from '../services.ts'
import type { Ask } from './ask-panel.tsx'
import { keepingWords } from './keeping-words.ts'
import { sentences } from './sentences.ts'

interface KeysFormProps {
  readonly view: IdentityView
  readonly ask: Extract<Ask, { readonly kind: 'keys' }>
}

/** Asks for the access key of an IAM user. It goes to main and never comes back. */
export function KeysForm({ view, ask }: KeysFormProps) {
  const { form, trouble, busy, submit } = useKeyFields(view.name, ask)
  const id = useId()
  const shared = { autoComplete: 'off', spellCheck: false, required: true, 'aria-describedby': `${id}-trouble` }
  return (
    <form className="keys-form" ref={form} noValidate onSubmit={submit} aria-labelledby={`${id}-title`}>
      <p className="ask-title" id={`${id}-title`}>
        Access key of {ask.identity}
      </p>
      <p className="ask-text">
        {view.name === ask.identity ? null : `${view.name} gets its keys through it. `}
        {keepingWords(ask.keeping)}
      </p>
      <label htmlFor={`${id}-id`}>Access key ID</label>
      <input
        {...shared}
        id={`${id}-id`}
        name="accessKeyId"
        type="text"
        placeholder="AKIA…"
        autoCapitalize="characters"
      />
      <label htmlFor={`${id}-secret`}>Secret access key</label>
      <input {...shared} id={`${id}-secret`} name="secretAccessKey" type="password" />
      <button type="submit" className="button button-primary" aria-disabled={busy}>
        {busy ? 'Checking with AWS…' : 'Use these keys'}
      </button>
      <Trouble id={`${id}-trouble`} words={trouble} />
    </form>
  )
}

/** The fields are read once, when they are sent: what is typed is kept in no other place of the window. */
function useKeyFields(name: IdentityView['name'], { identity, refused }: KeysFormProps['ask']) {
  const actions = useActions()
  const busy = useFace(({ pending }) => pending.has(`user/enter-keys ${identity}`))
  const shows = useFace((face) => face.shows)
  const answering = useFace((face) => face.answering === name)
  const form = useRef<HTMLFormElement>(null)
  const [trouble, setTrouble] = useState(sentences(refused))

  useEffect(() => {
    setTrouble(sentences(refused))
  }, [refused])
  useEffect(() => {
    if (answering) form.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [answering, refused, shows])

  const send = async (fields: HTMLFormElement) => {
    const typed = typedKeys(fields)
    if (typed === null) return setTrouble('Both are needed: the access key ID and its secret.')
    setTrouble(null)
    const problem = await actions.enterKeys({ name: identity, ...typed })
    // A slip in the ID needs no second pasting of the secret; anything else does away with both.
    if (problem?.code !== 'user/bad-keys') fields.reset()
    setTrouble(sentences(problem))
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!busy) void send(event.currentTarget)
  }
  return { form, trouble, busy, submit }
}

function typedKeys(form: HTMLFormElement): { readonly accessKeyId: string; readonly secretAccessKey: string } | null {
  const fields = new FormData(form)
  const [accessKeyId, secretAccessKey] = [fields.get('accessKeyId'), fields.get('secretAccessKey')]
  if (typeof accessKeyId !== 'string' || typeof secretAccessKey !== 'string') return null
  return accessKeyId.trim() === '' || secretAccessKey.trim() === '' ? null : { accessKeyId, secretAccessKey }
}
