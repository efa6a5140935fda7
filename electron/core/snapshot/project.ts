import { consoleProblem } from '../actions/console-problem.ts'
import type { Problem } from '../base/problem.ts'
import type { Config } from '../config/config.ts'
import { redactCommand } from '../base/redact.ts'
import { unreachable } from '../base/result.ts'
import { after, type Instant } from '../base/time.ts'
import { accountOfArn, expectationOf, expectationWords } from '../identity/caller.ts'
import { parentOf } from '../identity/chain.ts'
import type { CredentialSource, Identity, IdentityName } from '../identity/identity.ts'
import { sourceLabel } from '../identity/source-label.ts'
import { type PlanPolicy, planNext } from '../refresh/plan.ts'
import { untilOf } from '../session/reduce.ts'
import type { SessionStatus, Until } from '../session/status.ts'
import { safetyEnd } from '../session/safety-end.ts'
import { isProduction } from '../settings/production.ts'
import type { Settings } from '../settings/settings.ts'
import { renewalFacts } from './renewal-facts.ts'
import type { HeldView, IdentityView, RunView, StateView } from './snapshot.ts'
import type { TrialView } from './trial.ts'

/** One entry of the engine's book, as far as people may see it. */
export type Known = Pick<
  IdentityView,
  'account' | 'arn' | 'arnProblem' | 'enteredKeys' | 'warnings' | 'fileNotes' | 'lastRun'
> & {
  readonly identity: Identity
  readonly status: SessionStatus
  readonly activeSince: Instant | null
  readonly policy: PlanPolicy
  readonly held: HeldView | null
  readonly earlierRuns: readonly RunView[]
  readonly trial: TrialView | null
}

/** What a view depends on besides its entry. */
export interface ViewContext {
  readonly config: Pick<Config, 'notify'>
  readonly settings: Pick<Settings, 'favourites' | 'production'>
  readonly paused: boolean
  /** False: nothing renews by itself (the command line looks, and goes). */
  readonly running: boolean
  readonly parents: ReadonlyMap<IdentityName, IdentityName>
  readonly now: Instant
}

/** Facts → what every face of the app shows of one identity. */
export function projectView(entry: Known, context: ViewContext): IdentityView {
  const { parents, paused, running, config, settings, now } = context
  const { identity, status, policy } = entry
  const isResting = paused || !running || identity.source.kind === 'unusable'
  const step = isResting ? null : planNext(status, policy, now)
  const renewsAlone = step?.act === 'renew'
  return {
    name: identity.name,
    profile: identity.profile,
    kind: identity.kind,
    sourceLabel: `${sourceLabel(identity.source)}${identity.origin === undefined ? '' : ', of ~/.aws/config'}`,
    chain: chainOf(identity.name, parents),
    tags: identity.tags,
    isFavourite: settings.favourites.includes(identity.name),
    isProduction: isProduction(identity, settings.production),
    endsForSafetyAt: safetyEnd(entry, settings.production),
    region: identity.region,
    account: entry.account ?? accountOf(identity.source),
    arn: entry.arn,
    arnProblem: entry.arnProblem,
    expected: expectedWords(identity),
    consoleProblem: consoleProblem(identity, entry.arn),
    enteredKeys: entry.enteredKeys,
    state: stateView(entry, { notify: config.notify, isResting: step === null, renewsAlone, now }),
    where: identity.where,
    ...elsewhereOf(identity),
    renewal: renewalFacts(identity, policy),
    held: entry.held,
    nextRefreshAt: renewsAlone ? step.at : null,
    warnings: entry.warnings,
    // Who does not write does not mind.
    fileNotes: status.kind === 'inactive' ? NO_NOTES : entry.fileNotes,
    ...templateOf(identity.source),
    lastRun: entry.lastRun,
    earlierRuns: entry.earlierRuns.length,
    ...(entry.trial === null ? {} : { trial: entry.trial }),
  }
}

function templateOf(source: CredentialSource): Pick<IdentityView, 'template'> {
  if (source.kind !== 'process' || source.template === undefined) return {}
  return { template: { ...source.template, text: redactCommand(source.template.text) } }
}

function elsewhereOf({ where, provenance = [] }: Identity): Pick<IdentityView, 'elsewhere'> {
  const elsewhere = provenance.filter((field) => field.where.file !== where.file)
  return elsewhere.length === 0 ? {} : { elsewhere }
}

const NO_NOTES: IdentityView['fileNotes'] = []

/** Whose session each one uses. */
export function parentsOf(entries: readonly Pick<Known, 'identity'>[]): ReadonlyMap<IdentityName, IdentityName> {
  const parents = new Map<IdentityName, IdentityName>()
  for (const { identity } of entries) {
    const parent = parentOf(identity)
    if (parent !== null) parents.set(identity.name, parent)
  }
  return parents
}

interface Horizon {
  readonly notify: Config['notify']
  readonly renewsAlone: boolean
  /** True: what waits will go on waiting. */
  readonly isResting: boolean
  readonly now: Instant
}

function stateView({ identity, status }: Known, horizon: Horizon): StateView {
  if (identity.source.kind === 'unusable' && identity.source.because.code === 'trust/needed') {
    return waitingView(status, identity.source.because, horizon.now)
  }
  if (identity.source.kind === 'unusable' && status.kind === 'inactive') {
    return { kind: 'not-handled', because: identity.source.because }
  }
  switch (status.kind) {
    case 'inactive':
      return status
    case 'waiting':
      return horizon.isResting
        ? { kind: 'expired', at: null, problem: whyNot(identity.source) }
        : { kind: 'refreshing', since: horizon.now, keysSince: null, expiresAt: null }
    case 'needs-you':
      return { kind: 'needs-you', ask: status.ask, ...oldKeys(status.until, horizon.now) }
    case 'refreshing':
      return { kind: 'refreshing', since: status.since, ...oldKeys(status.until, horizon.now) }
    case 'live':
      return liveView(status, horizon)
    case 'failed':
      return failedView(status, horizon.now)
    case 'expired':
      return { kind: 'expired', at: status.at, problem: whyNot(identity.source) }
    default:
      return unreachable(status)
  }
}

/** An active identity that an edit has spoilt: that is why nobody renews it. */
const whyNot = (source: CredentialSource): Problem | null => (source.kind === 'unusable' ? source.because : null)

function waitingView(status: SessionStatus, because: Problem, now: Instant): StateView {
  const isActive = status.kind !== 'inactive'
  return { kind: 'waiting-for-trust', isActive, because, ...oldKeys(untilOf(status), now) }
}

/** `expiring`: inside the notify window, and no timer will renew it. */
function liveView({ since, expiresAt }: SessionStatus & { kind: 'live' }, horizon: Horizon): StateView {
  const ends = expiresAt !== null && expiresAt <= after(horizon.now, horizon.notify.before)
  return ends && !horizon.renewsAlone ? { kind: 'expiring', since, expiresAt } : { kind: 'live', since, expiresAt }
}

/** A failure whose old keys have ended meanwhile is told as what it is to the person: expired. */
function failedView({ problem, until, retryAt }: SessionStatus & { kind: 'failed' }, now: Instant): StateView {
  if (until.kind === 'at' && until.expiresAt <= now) return { kind: 'expired', at: until.expiresAt, problem }
  return { kind: 'failed', problem, ...oldKeys(until, now), retryAt }
}

/** The keys from before, as far as they are still good. */
function oldKeys(
  until: Until,
  now: Instant,
): { readonly keysSince: Instant | null; readonly expiresAt: Instant | null } {
  if (until.kind !== 'at' || until.expiresAt <= now) return { keysSince: null, expiresAt: null }
  return { keysSince: until.since, expiresAt: until.expiresAt }
}

/** Root first. Cycles are refused by the configuration; here one only ends the walk. */
function chainOf(name: IdentityName, parents: ReadonlyMap<IdentityName, IdentityName>): readonly IdentityName[] {
  const chain = [name]
  for (let next = parents.get(name); next !== undefined && !chain.includes(next); next = parents.get(next)) {
    chain.unshift(next)
  }
  return chain
}

/** A role's account stands in its ARN. */
function accountOf(source: CredentialSource): string | null {
  return source.kind === 'assume-role' ? accountOfArn(source.role) : null
}

function expectedWords(identity: Identity): string | null {
  const expectation = expectationOf(identity)
  return expectation === null ? null : expectationWords(expectation)
}
