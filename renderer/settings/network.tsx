import { useCallback } from 'react'
import { countWords, NOBODY_ASKED, PURPOSE_WORDS } from '#core/contacts/contact-words'
import type { Contact } from '#core/contacts/contact'
import { POSSIBLE_HOSTS } from '#core/contacts/possible'
import { useAnswer } from '../files/use-answer.ts'
import { agoWords, clockWords } from '../parts/time-words.ts'
import { ProblemCard } from '../problems/problem-card.tsx'
import { useActions, useFace, useNow } from '../services.ts'
import type { Field, Section } from './entry.ts'

const WORDS = 'telemetry tracking analytics privacy internet connections contacted domains proxy servers'

/** What leaves this computer because of Credtray. There is nothing to choose here but to look. */
export const NETWORK: Section = {
  title: 'Network',
  entries: [
    {
      title: 'Hosts asked since the start',
      why: 'By Credtray itself: there is no telemetry. Your helpers run by themselves, and whom they ask is not seen here.',
      words: WORDS,
      control: (field) => <AskedHosts field={field} />,
      isWide: true,
    },
    {
      title: 'Hosts that may be asked at all',
      why: 'By Credtray itself, and what has to happen before.',
      words: WORDS,
      control: (field) => <PossibleHosts field={field} />,
      isWide: true,
    },
  ],
}

/** Looked up again with each change of anything: what changes has often asked somebody. */
function AskedHosts({ field: { id, describedBy } }: { readonly field: Field }) {
  const { contacts } = useActions()
  const revision = useFace(({ state }) => state?.revision ?? 0)
  // oxlint-disable-next-line react/exhaustive-deps -- `revision` is when to ask again, not what to ask
  const ask = useCallback(() => contacts(), [contacts, revision])
  const { answer } = useAnswer(ask)
  const since = answer?.ok === true ? answer.value.since : null
  const start = useNow((now) => (since === null ? '' : `Since ${clockWords(since, now)}: `))
  if (answer === null) return null
  if (!answer.ok) return <ProblemCard problem={answer.problem} />
  const asked = answer.value.contacts
  return (
    <div id={id} role="group" aria-describedby={describedBy} aria-label="Hosts asked since the start">
      <p className="hosts-count">
        {start}
        {asked.length === 0 ? lowered(NOBODY_ASKED) : `${hostCount(asked)}.`}
      </p>
      {asked.length === 0 ? null : (
        <ol className="hosts">
          {asked.map((contact) => (
            <AskedHost key={`${contact.host} ${contact.purpose} ${contact.proxy ?? ''}`} contact={contact} />
          ))}
        </ol>
      )}
      <p className="host-when hosts-end">Kept in memory only: each start begins a new list.</p>
    </div>
  )
}

function AskedHost({ contact }: { readonly contact: Contact }) {
  const { host, purpose, proxy, times, firstAt, lastAt, unanswered } = contact
  const last = useNow((now) => agoWords(lastAt, now))
  const first = useNow((now) => (times === 1 ? '' : `first ${agoWords(firstAt, now)}, last `))
  return (
    <li>
      <span className="host-line">
        <code className="host-name">{host}</code> <span>{PURPOSE_WORDS[purpose]}</span>
      </span>
      <span className="host-facts" data-lost={unanswered > 0}>
        {countWords(contact)} · {first}
        {last}
        {proxy === null ? null : (
          <>
            {' '}
            · through <code>{proxy}</code>
          </>
        )}
      </span>
    </li>
  )
}

function PossibleHosts({ field: { id, describedBy, settings, facts } }: { readonly field: Field }) {
  const updates = facts.noUpdates ?? (settings.updates ? 'It is on.' : 'It is off.')
  return (
    <div id={id} role="group" aria-describedby={describedBy} aria-label="Hosts that may be asked at all">
      <ul className="hosts">
        {POSSIBLE_HOSTS.map(({ host, when, isUpdates = false }) => (
          <li key={host}>
            <code className="host-name">{host}</code>
            <span className="host-when">
              {when}
              {isUpdates ? ` ${updates}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** "2 hosts": one that was asked for two things counts once. */
function hostCount(asked: readonly Contact[]): string {
  const count = new Set(asked.map(({ host }) => host)).size
  return count === 1 ? '1 host' : `${count} hosts`
}

/** In the middle of a sentence. */
const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)
