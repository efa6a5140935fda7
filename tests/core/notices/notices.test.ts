import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Instant } from '#core/base/time'
import { SAID_IN_LAST_RUN } from '#core/credentials/process-problem'
import { grouped, type Notice } from '#core/notices/notice'
import { createTeller } from '#core/notices/notices'
import type { Snapshot, StateView } from '#core/snapshot/snapshot'
import {
  codeAsk,
  inMinutes,
  liveFor,
  NOW,
  problem,
  profileName,
  snapshot,
  view,
} from '../../support/states/builders.ts'
import { stepBetween } from '../../support/states/changes-between.ts'

const at = (minute: number, state: StateView, changes: Partial<Snapshot> = {}): Snapshot =>
  snapshot([view('staging', { state })], { takenAt: inMinutes(minute), ...changes })

const END = inMinutes(10)
const live: StateView = { kind: 'live', since: NOW, expiresAt: END }
const oldKeys = (expiresAt: Instant | null) => ({ keysSince: expiresAt === null ? null : inMinutes(-50), expiresAt })
const failed = (expiresAt: Instant | null): StateView => ({
  kind: 'failed',
  problem: problem(),
  ...oldKeys(expiresAt),
  retryAt: inMinutes(1),
})
const refreshing = (expiresAt: Instant | null): StateView => ({ kind: 'refreshing', since: NOW, ...oldKeys(expiresAt) })
const asks = (expiresAt: Instant | null): StateView => ({
  kind: 'needs-you',
  ask: codeAsk(),
  ...oldKeys(expiresAt),
})
const expired: StateView = { kind: 'expired', at: END, problem: null }

/** Everything that is told while these snapshots follow each other. */
function toldAlong(first: Snapshot, ...rest: readonly Snapshot[]): readonly Notice[] {
  const teller = createTeller(first, true)
  let before = first
  return rest.flatMap((next) => {
    const { notices } = teller.tell(stepBetween(before, next), false)
    before = next
    return notices
  })
}
const titles = (...history: readonly [Snapshot, ...Snapshot[]]) => toldAlong(...history).map((notice) => notice.title)

test('a renewal that goes well is silent', () => {
  expect(titles(at(0, live), at(1, refreshing(END)), at(2, liveFor(90)))).toEqual([])
})

test('a failed try is told once in its series, and recovery is silent', () => {
  const history = [
    at(1, refreshing(END)),
    at(2, failed(END)),
    at(3, refreshing(END)),
    at(4, failed(END)),
    at(5, liveFor(90)),
  ]
  expect(titles(at(0, live), ...history)).toEqual(['staging could not be renewed'])
})

test('after a recovery the next series is told again', () => {
  expect(titles(at(0, failed(null)), at(1, liveFor(60)), at(2, failed(null)))).toEqual(['staging has expired'])
})

test('keys that end after a failed try are told a second time, and then no more', () => {
  const history = [at(2, failed(END)), at(11, refreshing(END)), at(12, failed(END)), at(13, failed(null))]
  expect(titles(at(0, live), ...history)).toEqual(['staging could not be renewed', 'staging has expired'])
})

test('keys that ended during sleep, with a renewal that then fails, are told in one notice', () => {
  expect(titles(at(0, live), at(60, refreshing(END)), at(61, failed(END)))).toEqual(['staging has expired'])
})

test('an end that Credtray cannot put off is told once, also when it comes to ask for the person', () => {
  const expiring: StateView = { kind: 'expiring', since: NOW, expiresAt: END }
  expect(titles(at(0, liveFor(30)), at(1, expiring), at(2, asks(END)), at(3, asks(END)))).toEqual(['staging ends soon'])
})

test('a session that needs the person is told, and again when its keys end', () => {
  expect(titles(at(0, live), at(1, asks(END)), at(11, asks(END)), at(12, asks(null)))).toEqual([
    'staging needs you',
    'staging needs you',
  ])
})

test('an expired session is told once', () => {
  expect(titles(at(0, live), at(11, expired), at(12, expired))).toEqual(['staging has expired'])
})

test('what was so before the start interrupts nobody', () => {
  expect(titles(at(20, expired), at(21, expired), at(22, refreshing(null)), at(23, expired))).toEqual([])
})

test('a first activation that fails is told as a failure, not as an end', () => {
  expect(titles(at(0, { kind: 'inactive' }), at(1, refreshing(null)), at(2, failed(null)))).toEqual([
    'staging could not be renewed',
  ])
})

test('quiet keeps everything back, and does not tell it later', () => {
  const quiet = { notify: { before: snapshot().notify.before, quiet: true } }
  expect(titles(at(0, live), at(1, failed(END), quiet), at(2, failed(END)))).toEqual([])
})

test('a notice names identity, profile, account, time left and the way out', () => {
  expect(toldAlong(at(0, live), at(1, asks(END)))).toEqual([
    {
      tag: 'identity/staging',
      title: 'staging needs you',
      body: 'Account 111122223333. Its keys end in 9 min. Click to type the code of its MFA device.',
      opens: { kind: 'open-identity', name: 'staging' },
      buttons: [
        { label: 'Enter code', does: { kind: 'open-identity', name: 'staging' } },
        { label: 'Snooze 1 h', does: { kind: 'snooze', span: 'hour' } },
      ],
      reply: 'staging',
      urgency: 'normal',
      joins: true,
      line: 'staging needs you',
    },
  ])
})

test('a failure says what happened and what to do, softly while the old keys work', () => {
  expect(toldAlong(at(0, live), at(1, failed(END)))[0]).toMatchObject({
    body: 'Account 111122223333. aws-sso was not found. Its keys end in 9 min. Use an absolute path in line 12, or fix PATH.',
    urgency: 'low',
  })
})

test('a profile is named where it is called otherwise than its identity, and a helper is heard by a click', () => {
  const quoted = problem({ message: 'It failed with status 1.', hint: SAID_IN_LAST_RUN })
  const state: StateView = { kind: 'failed', problem: quoted, ...oldKeys(END), retryAt: inMinutes(1) }
  const told = (profile: string) => {
    const one = (what: StateView) =>
      snapshot([view('staging', { state: what, profile: profileName(profile), account: null })])
    return toldAlong(one(live), { ...one(state), takenAt: inMinutes(1) })[0]?.body
  }
  expect([told('staging'), told('stage')]).toEqual([
    'It failed with status 1. Its keys end in 9 min. Click to read all that it said.',
    'Profile stage. It failed with status 1. Its keys end in 9 min. Click to read all that it said.',
  ])
})

test('an end after failed tries still says what fails', () => {
  const gone: StateView = { kind: 'expired', at: END, problem: problem() }
  expect(toldAlong(at(0, failed(END)), at(11, gone))[0]).toMatchObject({
    title: 'staging has expired',
    body: 'Account 111122223333. aws-sso was not found. Its keys have ended. Use an absolute path in line 12, or fix PATH.',
  })
})

test('keys without an end are not called ended when a try fails', () => {
  const endless: StateView = { kind: 'live', since: NOW, expiresAt: null }
  expect(toldAlong(at(0, endless), at(1, refreshing(null)), at(2, failed(null)))).toMatchObject([
    {
      title: 'staging could not be renewed',
      body: 'Account 111122223333. aws-sso was not found. Use an absolute path in line 12, or fix PATH.',
    },
  ])
})

test('while paused the way out is to resume', () => {
  expect(toldAlong(at(0, live), at(11, expired, { paused: true }))[0]?.body).toContain('Refreshing is paused')
})

test('several at once become one that names them', () => {
  const three = ['a', 'b', 'c'].map((name) => view(name, { state: live }))
  const before = snapshot(three)
  const gone = snapshot(
    three.map((each) => ({ ...each, state: expired })),
    { takenAt: inMinutes(11) },
  )
  expect(grouped(createTeller(before, true).tell(stepBetween(before, gone), false).notices)).toEqual([
    {
      tag: 'several',
      title: '3 identities want a look',
      body: 'a has expired\nb has expired\nc has expired',
      opens: { kind: 'open' },
      buttons: [
        { label: 'Have a look', does: { kind: 'open' } },
        { label: 'Snooze 1 h', does: { kind: 'snooze', span: 'hour' } },
      ],
      reply: null,
      urgency: 'normal',
      joins: false,
      line: null,
    },
  ])
})

test('what came into order, was switched off or left the file takes its notice back', () => {
  const inTrouble = at(0, expired)
  const settled = [at(1, liveFor(60)), at(1, { kind: 'inactive' }), snapshot([]), at(1, refreshing(null))].map(
    (next) => createTeller(inTrouble, true).tell(stepBetween(inTrouble, next), false).settled,
  )
  expect(settled).toEqual([['identity/staging'], ['identity/staging'], ['identity/staging'], []])
})

test('one alone stays as it is', () => {
  const [one] = toldAlong(at(0, live), at(11, expired))
  expect(one === undefined ? null : grouped([one])).toEqual([one])
})

const anyState: fc.Arbitrary<StateView> = fc.constantFrom<StateView>(
  { kind: 'inactive' },
  live,
  refreshing(END),
  refreshing(null),
  failed(END),
  failed(null),
  asks(END),
  expired,
  { kind: 'expiring', since: NOW, expiresAt: END },
)

test('no history tells more than three facts between two times of good order', () => {
  const trouble = anyState.filter((state) => state.kind !== 'live' && state.kind !== 'inactive')
  fc.assert(
    fc.property(fc.array(trouble, { maxLength: 30 }), (states) => {
      const history = states.map((state, minute) => at(minute, state))
      return toldAlong(at(0, live), ...history).length <= 3
    }),
  )
})

test('the same snapshot twice tells nothing the second time', () => {
  fc.assert(
    fc.property(fc.array(anyState, { minLength: 1, maxLength: 10 }), (states) => {
      const history = states.map((state, minute) => at(minute, state))
      const doubled = history.flatMap((each) => [each, each])
      expect(toldAlong(at(0, live), ...doubled)).toEqual(toldAlong(at(0, live), ...history))
    }),
  )
})
