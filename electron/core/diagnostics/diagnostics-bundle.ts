import { redact } from '../base/redact.ts'
import { iso } from '../base/time.ts'
import type { ContactReport } from '../contacts/contact.ts'
import { contactLines } from '../contacts/contact-words.ts'
import { privateHosts } from '../contacts/private-hosts.ts'
import type { Examination } from '../doctor/finding.ts'
import type { HistoryEntry } from '../session/history.ts'
import { type DiagnosticsFacts, type DiagnosticsPart, diagnostics, diagnosticsText } from './diagnostics.ts'
import { faultWords } from '../snapshot/fault.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { withoutNames } from './without-names.ts'

export interface BundleFacts {
  readonly snapshot: Snapshot
  readonly about: DiagnosticsFacts
  readonly examination: Examination
  /** The oldest first. */
  readonly history: readonly HistoryEntry[]
  /** The oldest first. */
  readonly log: readonly string[]
  readonly contacts: ContactReport
}

const MOST_HISTORY = 60
const MOST_LOG = 120

/**
 * All that a person hands to somebody who helps, as one text that they can read before. `names: false`: identities, profiles,
 * accounts, hosts of their own and the home folder are told apart and not told. The redactor goes over the whole once more.
 */
export function diagnosticsBundle(facts: BundleFacts, names: boolean): string {
  const { snapshot, about, contacts } = facts
  const parts = [...diagnostics(snapshot, about), ...sources(facts)]
  const text = diagnosticsText(parts).split('\n').map(redact).join('\n')
  return `${names ? text : withoutNames(text, { snapshot, home: about.home, hosts: privateHosts(contacts) })}\n`
}

function sources({ snapshot, examination, history, log, contacts }: BundleFacts): readonly DiagnosticsPart[] {
  const { settings, fault } = snapshot
  return [
    ...(fault === undefined ? [] : [{ title: 'Fault', lines: [faultWords(fault)] }]),
    part('Kinds', kinds(snapshot)),
    part('Last runs', runs(snapshot)),
    part('AWS files', [
      ...examination.findings.map(findingLine),
      ...examination.unchecked.map((one) => `not checked: ${one}`),
    ]),
    part(
      'Settings',
      Object.entries(settings).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    ),
    part(`Hosts asked since ${iso(contacts.since)}`, contactLines(contacts)),
    part('History', history.slice(-MOST_HISTORY).map(historyLine)),
    part('Log', log.slice(-MOST_LOG)),
  ]
}

const part = (title: string, lines: readonly string[]): DiagnosticsPart => ({
  title,
  lines: lines.length === 0 ? ['none'] : lines,
})

const kinds = ({ identities }: Snapshot): readonly string[] =>
  identities.map(({ name, kind, state, chain }) => `${name}: ${kind}, ${state.kind}, chain of ${chain.length}`)

const runs = ({ identities }: Snapshot): readonly string[] =>
  identities.flatMap(({ name, lastRun }) =>
    lastRun === null ? [] : [`${name}: ${iso(lastRun.startedAt)}, exit code ${lastRun.exitCode ?? 'none'}`],
  )

const findingLine = ({ code, line }: Examination['findings'][number]): string =>
  line === null ? code : `${code} in line ${line}`

const historyLine = ({ at, what, identity, code }: HistoryEntry): string =>
  [iso(at), what, identity, code].filter((word) => word !== null).join(' ')
