import type { Instant } from '../base/time.ts'
import type { Problem } from '../base/problem.ts'
import { unreachable } from '../base/result.ts'
import { shellWord } from '../base/shell-word.ts'
import type { Ask } from '../session/status.ts'
import { trustWords } from '../trust/trust-words.ts'
import type { Step } from './roster.ts'
import type { IdentityView, Snapshot } from './snapshot.ts'
import type { Surroundings } from './summary.ts'
import { shapeSign, stateShape, stateWord } from './wording.ts'

/** A time of day as the person's clock shows it. Core knows no time zone, so the caller brings it. */
export type ClockWords = (when: Instant) => string

/** What `npm start` prints after the overview: a line for each change. */
export function narrate(step: Step, clockWords: ClockWords): readonly string[] {
  const at = clockWords(step.after.takenAt)
  return changes(step, clockWords).map((line) => `${at} ${line}`)
}

/** What `npm start` prints first: everything once. */
export function overview(snapshot: Snapshot, clockWords: ClockWords): readonly string[] {
  const widest = Math.max(0, ...snapshot.identities.map((view) => view.name.length))
  return [
    `configuration     ${configWords(snapshot)}`,
    `credentials file  ${snapshot.credentialsFile}`,
    ...snapshot.configProblems.map(problemLine),
    ...trustLines(snapshot),
    ...snapshot.identities.map(
      (view) => `  ${shapeSign(stateShape(view.state))} ${view.name.padEnd(widest)}  ${firstWords(view, clockWords)}`,
    ),
  ]
}

/** What would be run stands above these lines already, and what is not handled has no keys to come from anywhere. */
function firstWords(view: IdentityView, clockWords: ClockWords): string {
  const { state, sourceLabel } = view
  if (state.kind === 'waiting-for-trust') return `${stateWord(state)} (${sourceLabel})`
  return state.kind === 'not-handled' ? state.because.message : `${standing(view, clockWords)} (${sourceLabel})`
}

/** Where no window can be seen, these lines are where a person finds out, and how to answer. */
function trustLines({ trust }: Surroundings): readonly string[] {
  if (trust === null) return []
  if (trust.refusal !== null) return [problemLine(trust.refusal)]
  const file = shellWord(trust.file)
  return [
    ...trustWords(trust).trimEnd().split('\n'),
    `Nothing of it runs until you approve it: in the window, or with "credtray trust ${file}"`,
    `(in a checkout: npm run -s credtray -- trust ${file}).`,
  ]
}

function configWords({ config }: Surroundings): string {
  if (config.file === null) return 'none found'
  return config.demo ? `${config.file} (demo: nothing in ~/.aws is touched)` : config.file
}

function changes({ before, after, changed, gone }: Step, clockWords: ClockWords): readonly string[] {
  return [
    ...configChanges(before, after),
    ...(before.paused === after.paused ? [] : [after.paused ? 'refreshing is paused' : 'refreshing goes on']),
    ...gone.map((view) => `${view.name} is no longer configured`),
    ...changed.flatMap(({ was, is }) => {
      if (was !== null && standing(was, clockWords) === standing(is, clockWords)) return []
      return [`${is.name} ${verb(was, is)}${standing(is, clockWords)}${written(is, after)}`]
    }),
  ]
}

function configChanges(before: Surroundings, after: Surroundings): readonly string[] {
  if (before.config === after.config && before.configProblems === after.configProblems) return []
  const known = new Set(before.configProblems.map(problemLine))
  const problems = after.configProblems.map(problemLine)
  return [
    ...(before.config.file === after.config.file ? [] : [`configuration is now ${configWords(after)}`]),
    ...(after.config.stale && !before.config.stale
      ? ['the configuration does not parse: its last good form goes on']
      : []),
    ...problems.filter((line) => !known.has(line)),
    ...(problems.length === 0 && known.size > 0 ? ['the configuration is in order again'] : []),
  ]
}

/** `file:line:column: code: message (hint)`, which editors and terminals can jump to. */
function problemLine({ where, code, message, hint }: Problem): string {
  const place = where === undefined ? '' : `${where.file}:${where.line}:${where.column}: `
  return `${place}${code}: ${message} (${hint})`
}

const verb = (was: IdentityView | null, is: IdentityView): string =>
  was === null ? 'is new: ' : is.state.kind === 'failed' || is.state.kind === 'needs-you' ? '' : 'is '

const written = ({ state, profile }: IdentityView, { credentialsFile }: Surroundings): string =>
  state.kind === 'live' ? `, written to [${profile}] in ${credentialsFile}` : ''

const failure = ({ message, hint }: Problem): string => `${message} (${hint})`

/** How it stands, without what a person would not call a change. */
function standing(view: IdentityView, clockWords: ClockWords): string {
  const { state } = view
  const until = (end: Instant | null) => (end === null ? '' : `; its old keys end at ${clockWords(end)}`)
  switch (state.kind) {
    case 'live':
      return state.expiresAt === null ? 'live, no expiry' : `live until ${clockWords(state.expiresAt)}`
    case 'expiring':
      return `expiring at ${clockWords(state.expiresAt)}`
    case 'needs-you':
      return `${stateWord(state)} (${askWords(state.ask)})${until(state.expiresAt)}`
    case 'failed':
      return `${stateWord(state)}: ${failure(state.problem)}${until(state.expiresAt)}`
    case 'expired':
      return state.problem === null ? stateWord(state) : `${stateWord(state)}: ${failure(state.problem)}`
    case 'waiting-for-trust':
      return `${stateWord(state)}: ${failure(state.because)}${until(state.expiresAt)}`
    case 'not-handled':
      return `not handled: ${state.because.message}`
    case 'refreshing':
    case 'inactive':
      return stateWord(state)
    default:
      return unreachable(state)
  }
}

function askWords(ask: Ask): string {
  switch (ask.kind) {
    case 'mfa-code':
      return 'MFA code'
    case 'keys':
      return 'access key'
    case 'sign-in':
      return 'sign in'
    case 'first-write':
      return 'first change of a file'
    case 'look':
      return `tried ${ask.tries} times: ${failure(ask.problem)}`
    default:
      return unreachable(ask)
  }
}
