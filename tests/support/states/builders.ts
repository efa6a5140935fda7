import type { Contact } from '#core/contacts/contact'
import type { Problem } from '#core/base/problem'
import { after, instant, minutes, seconds, type Instant } from '#core/base/time'
import { accountOfArn } from '#core/identity/caller'
import type { IdentityName, ProfileName } from '#core/identity/identity'
import type { Ask, KeyKeeping } from '#core/session/status'
import type { IdentityView, RunView, Snapshot, StateView } from '#core/snapshot/snapshot'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import type { TrustItem, TrustQuestion } from '#core/trust/judge'
import type { WindowState } from '#bridge/contract'

/** The hour at which every built thing happens, unless the test says otherwise. */
export const NOW = instant(Date.parse('2026-11-22T20:00:00Z'))

export const identityName = (text: string): IdentityName => text as IdentityName
export const profileName = (text: string): ProfileName => text as ProfileName

/** A moment so many minutes after (or, negative, before) `now`. */
export const inMinutes = (count: number, now: Instant = NOW): Instant => after(now, minutes(count))
export const inSeconds = (count: number, now: Instant = NOW): Instant => after(now, seconds(count))

/** Live for an hour in all, with so many minutes to go. */
export const liveFor = (left: number, now: Instant = NOW): StateView => ({
  kind: 'live',
  since: inMinutes(left - 60, now),
  expiresAt: inMinutes(left, now),
})

export const problem = (changes: Partial<Problem> = {}): Problem => ({
  code: 'process/not-found',
  message: 'aws-sso was not found.',
  hint: 'Use an absolute path in line 12, or fix PATH.',
  ...changes,
})

export const contact = (changes: Partial<Contact> = {}): Contact => ({
  host: 'sts.eu-west-1.amazonaws.com',
  purpose: 'assume-role',
  proxy: null,
  times: 3,
  firstAt: inMinutes(-60),
  lastAt: inMinutes(-2),
  answered: 3,
  unanswered: 0,
  ...changes,
})

export const run = (changes: Partial<RunView> = {}): RunView => ({
  startedAt: inMinutes(-1),
  lasted: seconds(2),
  command: '/home/ana/.local/bin/external-process staging',
  argv: ['/home/ana/.local/bin/external-process', 'staging'],
  exitCode: 0,
  stderr: '',
  ...changes,
})

/** Waits for the code of this device. */
export const codeAsk = (
  serial = 'arn:aws:iam::111122223333:mfa/ana',
  refused: Problem | null = null,
): Ask & { kind: 'mfa-code' } => ({
  kind: 'mfa-code',
  serial,
  identity: identityName('staging'),
  account: accountOfArn(serial),
  refused,
  waitUntil: null,
})

/** Waits for the access key of this user. */
export const keysAsk = (
  user = 'root',
  keeping: KeyKeeping = { kind: 'sealed' },
  refused: Problem | null = null,
): Ask & { kind: 'keys' } => ({ kind: 'keys', identity: identityName(user), keeping, refused })

/** A command that nobody has approved yet. */
export const trustItem = (changes: Partial<TrustItem> = {}): TrustItem => ({
  kind: 'command',
  identity: identityName('staging'),
  text: 'aws-sso process --profile staging',
  shell: false,
  where: { file: '/home/ana/project/atmos.yaml', line: 12, column: 33 },
  news: 'new',
  before: null,
  ...changes,
})

export const trustQuestion = (
  items: readonly TrustItem[] = [trustItem()],
  changes: Partial<TrustQuestion> = {},
): TrustQuestion => ({
  file: '/home/ana/project/atmos.yaml',
  digest: 'd'.repeat(64),
  items,
  refusal: null,
  ...changes,
})

/** Waits for an approval, and wants to be kept fresh. */
export const waitingForTrust = (name = 'staging'): StateView & { kind: 'waiting-for-trust' } => ({
  kind: 'waiting-for-trust',
  isActive: true,
  because: problem({
    code: 'trust/needed',
    message: `"${name}" would run a command that you have not approved, so nothing was run.`,
    hint: 'Look at it and approve it in Credtray.',
  }),
  keysSince: null,
  expiresAt: null,
})

/** One inactive identity whose profile is called like it. */
export function view(name = 'staging', changes: Partial<IdentityView> = {}): IdentityView {
  return {
    name: identityName(name),
    profile: profileName(name),
    kind: 'aws/credentials',
    sourceLabel: 'command external-process',
    chain: [identityName(name)],
    tags: [],
    isFavourite: false,
    isProduction: false,
    endsForSafetyAt: null,
    region: 'eu-west-1',
    account: '111122223333',
    arn: null,
    arnProblem: null,
    expected: null,
    consoleProblem: null,
    enteredKeys: null,
    state: { kind: 'inactive' },
    where: { file: '/home/ana/project/atmos.yaml', line: 12, column: 5 },
    renewal: { source: 'process', mode: 'auto', person: null, lead: minutes(15), asksFor: null },
    held: null,
    nextRefreshAt: null,
    warnings: [],
    fileNotes: [],
    lastRun: null,
    earlierRuns: 0,
    ...changes,
  }
}

export function snapshot(identities: readonly IdentityView[] = [view()], changes: Partial<Snapshot> = {}): Snapshot {
  return {
    takenAt: NOW,
    identities,
    configProblems: [],
    configNotes: [],
    config: { file: '/home/ana/project/atmos.yaml', demo: false, stale: false },
    trust: null,
    credentialsFile: '/home/ana/.aws/credentials',
    paused: false,
    notify: { before: minutes(10), quiet: false },
    asWritten: { lead: minutes(15), before: minutes(10) },
    settings: { ...DEFAULT_SETTINGS, welcomed: true },
    ...changes,
  }
}

export function windowState(shown: Snapshot = snapshot(), changes: Partial<WindowState> = {}): WindowState {
  return {
    snapshot: shown,
    trayShown: true,
    snoozed: null,
    desktop: null,
    version: '0.1.0',
    home: '/home/ana',
    awsFiles: ['/home/ana/.aws/credentials', '/home/ana/.aws/config'],
    hotkeys: [],
    revision: 0,
    ...changes,
  }
}
