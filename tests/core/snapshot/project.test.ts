import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '#core/base/secret'
import { minutes } from '#core/base/time'
import type { Identity } from '#core/identity/identity'
import type { SessionStatus, Until } from '#core/session/status'
import { filesNamed } from '#core/snapshot/files-named'
import { type Known, parentsOf, projectView, type ViewContext } from '#core/snapshot/project'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import type { IdentityView, StateView } from '#core/snapshot/snapshot'
import { stateWords } from '#core/snapshot/wording'
import { policyOf } from '#engine/policy'
import { identityName, inMinutes, NOW, problem, profileName, snapshot } from '../../support/states/builders.ts'
import { identity, role } from '../../support/world/fake-config.ts'

const silent = identity('staging')
const interactive = identity('staging', { interactive: true })
const manual = identity('staging', {}, { refresh: { mode: 'manual', lead: minutes(15) } })
const because = problem({ code: 'config/bad-role-arn' })
const unusable: Identity = { ...silent, source: { kind: 'unusable', because } }

const good: Until = { kind: 'at', since: inMinutes(-30), expiresAt: inMinutes(8) }
const dead: Until = { kind: 'at', since: inMinutes(-70), expiresAt: inMinutes(-10) }
const none: Until = { kind: 'none' }

const known = (of: Identity, status: SessionStatus): Known => ({
  identity: of,
  status,
  policy: policyOf(of),
  account: null,
  arn: null,
  arnProblem: null,
  enteredKeys: null,
  warnings: [],
  fileNotes: [],
  activeSince: null,
  lastRun: null,
  held: null,
  earlierRuns: [],
  trial: null,
})

const context: ViewContext = {
  config: { notify: { before: minutes(10), quiet: false } },
  settings: DEFAULT_SETTINGS,
  paused: false,
  running: true,
  parents: new Map(),
  now: NOW,
}

const view = (of: Identity, status: SessionStatus, changes: Partial<ViewContext> = {}): IdentityView =>
  projectView(known(of, status), { ...context, ...changes })

const live = (left: number): SessionStatus => ({
  kind: 'live',
  since: inMinutes(left - 60),
  expiresAt: inMinutes(left),
})
const failed = (until: Until): SessionStatus => {
  return { kind: 'failed', since: NOW, problem: because, attempt: 1, retryAt: inMinutes(1), until }
}
const needsYou = (until: Until): SessionStatus => ({ kind: 'needs-you', since: NOW, ask: { kind: 'sign-in' }, until })
const refreshing = (until: Until): SessionStatus => ({ kind: 'refreshing', since: NOW, attempt: 0, until })

describe('what each state of a session is to a person', () => {
  test.each<[string, Identity, SessionStatus, Partial<ViewContext>, StateView['kind']]>([
    ['nobody wants it', silent, { kind: 'inactive' }, {}, 'inactive'],
    ['wanted, and the engine gets to it', silent, { kind: 'waiting' }, {}, 'refreshing'],
    ['wanted, while paused', silent, { kind: 'waiting' }, { paused: true }, 'expired'],
    ['wanted, where only a person renews', manual, { kind: 'waiting' }, {}, 'expired'],
    ['wanted, in a command that only looks', silent, { kind: 'waiting' }, { running: false }, 'expired'],
    ['live, long before its end', silent, live(40), {}, 'live'],
    ['live, near its end, and renewed in time', silent, live(8), {}, 'live'],
    ['live, near its end, while paused', silent, live(8), { paused: true }, 'expiring'],
    ['live, near its end, and needs a person', interactive, live(8), {}, 'expiring'],
    ['live, near its end, where only a person renews', manual, live(8), {}, 'expiring'],
    ['live, near its end, in a command that only looks', silent, live(8), { running: false }, 'expiring'],
    ['live, near its end, and spoilt by an edit', unusable, live(8), {}, 'expiring'],
    ['live without an end', silent, { kind: 'live', since: NOW, expiresAt: null }, { paused: true }, 'live'],
    ['needs a person', interactive, needsYou(none), {}, 'needs-you'],
    ['being renewed', silent, refreshing(good), {}, 'refreshing'],
    ['failed with good keys left', silent, failed(good), {}, 'failed'],
    ['failed without keys', silent, failed(none), {}, 'failed'],
    ['failed, and the keys have ended since', silent, failed(dead), {}, 'expired'],
    ['ended', silent, { kind: 'expired', at: inMinutes(-1) }, {}, 'expired'],
    ['not ours to handle', unusable, { kind: 'inactive' }, {}, 'not-handled'],
    ['wanted, but spoilt by an edit', unusable, { kind: 'waiting' }, {}, 'expired'],
  ])('%s', (_what, of, status, changes, kind) => {
    expect(view(of, status, changes).state.kind).toBe(kind)
  })

  test.each([
    ['needs-you', needsYou],
    ['refreshing', refreshing],
    ['failed', failed],
  ])('%s names the end of old keys only while they are good', (_kind, status) => {
    const ends = [good, none, dead].map((until) => view(silent, status(until)).state)
    expect(ends.map((state) => ('expiresAt' in state ? state.expiresAt : null))).toEqual([inMinutes(8), null, null])
  })

  test('one that never had keys and gets none now is told as that, and as no end of anything', () => {
    const { state } = view(silent, { kind: 'waiting' }, { running: false })
    const ended = view(silent, { kind: 'expired', at: inMinutes(-5) }, { running: false }).state
    expect([stateWords(state, NOW), stateWords(ended, NOW)]).toEqual(['without keys', 'expired'])
  })

  test('an active identity that an edit has spoilt says why it is not renewed', () => {
    const states = [view(unusable, { kind: 'waiting' }), view(unusable, { kind: 'expired', at: NOW })]
    expect(states.map(({ state }) => state)).toMatchObject([{ problem: because }, { problem: because }])
  })
})

describe('when it is renewed by itself', () => {
  test.each<[string, Identity, Partial<ViewContext>, number | null]>([
    ['a silent one: one lead before its end', silent, {}, inMinutes(25)],
    ['while paused: never', silent, { paused: true }, null],
    ['in a command that only looks: never', silent, { running: false }, null],
    ['what needs a person: never', interactive, {}, null],
    ['what a person renews: never', manual, {}, null],
    ['what an edit has spoilt: never', unusable, {}, null],
  ])('%s', (_what, of, changes, at) => {
    expect(view(of, live(40), changes).nextRefreshAt).toBe(at)
  })
})

describe('a chain', () => {
  const chained = (...entries: readonly Identity[]): readonly IdentityView[] => {
    const parents = parentsOf(entries.map((of) => ({ identity: of })))
    return entries.map((of) => view(of, { kind: 'inactive' }, { parents }))
  }

  test('is told from the root to the identity, and the account is that of its role', () => {
    const last = chained(identity('base'), role('hub', 'base'), role('staging', 'hub'))[2]
    expect([last?.chain, last?.account]).toEqual([['base', 'hub', 'staging'], '111122223333'])
  })

  test('that loops ends the walk', () => {
    expect(chained(role('one', 'two'), role('two', 'one')).map(({ chain }) => chain.length)).toEqual([2, 2])
  })
})

test('a command is named by its program only, for its arguments may hold anything', () => {
  const labels = ['/opt/tool --password hunter2', '"/Applications/Corp Tools/helper" prod', 'C:\\bin\\aws-sso.exe x']
  expect(labels.map((command) => view(identity('staging', { command }), { kind: 'inactive' }).sourceLabel)).toEqual([
    'command tool',
    'command helper',
    'command aws-sso.exe',
  ])
})

describe('laws', () => {
  const moment = fc.integer({ min: -7_200, max: 7_200 }).map((seconds) => inMinutes(seconds / 60))
  const until = fc.oneof(
    fc.constantFrom<Until>({ kind: 'none' }, { kind: 'open' }),
    fc.tuple(moment, moment).map(([since, expiresAt]): Until => ({ kind: 'at', since, expiresAt })),
  )
  const status = fc.oneof(
    fc.constantFrom<SessionStatus>({ kind: 'inactive' }, { kind: 'waiting' }),
    fc
      .tuple(moment, fc.option(moment))
      .map(([since, expiresAt]): SessionStatus => ({ kind: 'live', since, expiresAt })),
    moment.map((at): SessionStatus => ({ kind: 'expired', at })),
    until.map(needsYou),
    until.map(refreshing),
    until.map(failed),
  )
  const secret = identity('staging', {
    kind: 'user',
    keys: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: new Secret('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'),
    },
    mfaSerial: null,
    lasts: minutes(60),
    endpoint: null,
  })
  const anyIdentity = fc.constantFrom(silent, interactive, manual, unusable, secret)

  test('no snapshot holds a key, or anything that is not plain data', () => {
    fc.assert(
      fc.property(anyIdentity, status, fc.boolean(), fc.boolean(), (of, at, paused, running) => {
        const shown = view(of, at, { paused, running })
        expect(structuredClone(shown)).toEqual(shown)
        expect(JSON.stringify(shown)).not.toMatch(/AKIA|wJalr|\[secret\]/)
      }),
    )
  })

  test('old keys are named only while they are good', () => {
    fc.assert(
      fc.property(anyIdentity, status, fc.boolean(), (of, at, paused) => {
        const { state } = view(of, at, { paused })
        const old = state.kind === 'needs-you' || state.kind === 'refreshing' || state.kind === 'failed'
        return !old || state.expiresAt === null || state.expiresAt > NOW
      }),
    )
  })

  test('whatever rests is never said to be renewed, or to be at it', () => {
    fc.assert(
      fc.property(anyIdentity, status, (of, at) => {
        const shown = view(of, at, { running: false })
        return shown.nextRefreshAt === null && (shown.state.kind !== 'refreshing' || at.kind === 'refreshing')
      }),
    )
  })
})

test('the profile is the one that the configuration names', () => {
  const of = identity('staging', {}, { profile: profileName('other') })
  expect([view(of, { kind: 'inactive' }).name, view(of, { kind: 'inactive' }).profile]).toEqual([
    identityName('staging'),
    profileName('other'),
  ])
})

describe('an identity that is written in several files', () => {
  const place = (file: string, line: number) => ({ file, line, column: 1 })
  const written = (...places: readonly [field: string, file: string][]) =>
    identity(
      'staging',
      {},
      {
        where: place('atmos.yaml', 3),
        provenance: places.map(([field, file]) => ({ field, where: place(file, 4) })),
      },
    )

  test('says which of its values come from another one than it stands in', () => {
    const of = written(['kind', 'atmos.yaml'], ['credentials.region', 'team.yaml'])
    const shown = view(of, { kind: 'inactive' })
    expect(shown.elsewhere).toEqual([{ field: 'credentials.region', where: place('team.yaml', 4) }])
    expect(filesNamed(snapshot([shown]))).toContain('team.yaml')
  })

  test('says nothing of that where all of it stands in one', () => {
    expect(view(written(['kind', 'atmos.yaml']), { kind: 'inactive' })).not.toHaveProperty('elsewhere')
  })
})
