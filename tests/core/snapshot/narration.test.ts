import { expect, test } from 'vitest'
import { iso, type Instant } from '#core/base/time'
import { narrate, overview } from '#core/snapshot/narration'
import { inMinutes, liveFor, NOW, problem, snapshot, view } from '../../support/states/builders.ts'
import { stepBetween } from '../../support/states/changes-between.ts'

const clock = (when: Instant): string => iso(when).slice(11, 16)

test('the start names configuration, credentials file, problems and identities', () => {
  const shown = snapshot([view('dev'), view('staging', { state: liveFor(42) })], {
    config: { file: '/app/demo.yaml', demo: true, stale: false },
    configProblems: [problem({ where: { file: '/app/demo.yaml', line: 3, column: 5 } })],
  })
  expect(overview(shown, clock)).toEqual([
    'configuration     /app/demo.yaml (demo: nothing in ~/.aws is touched)',
    'credentials file  /home/ana/.aws/credentials',
    '/app/demo.yaml:3:5: process/not-found: aws-sso was not found. (Use an absolute path in line 12, or fix PATH.)',
    '  ○ dev      inactive (command external-process)',
    '  ● staging  live until 20:42 (command external-process)',
  ])
})

test('the start does not say again of each identity that it waits, nor call it unusable', () => {
  const because = problem({ code: 'trust/needed', message: '"dev" would run a command.' })
  const waits = { kind: 'waiting-for-trust', isActive: false, because, keysSince: null, expiresAt: null } as const
  const other = { kind: 'not-handled', because: problem({ message: '"sso" is not handled.' }) } as const
  const lines = overview(snapshot([view('dev', { state: waits }), view('sso', { state: other })]), clock)
  expect(lines.slice(2)).toEqual([
    '  ◇ dev  waiting for trust (command external-process)',
    '  – sso  "sso" is not handled.',
  ])
})

test('a renewal is one line with its end and where it was written', () => {
  const before = snapshot([view('staging', { state: liveFor(1) })])
  const after = snapshot([view('staging', { state: liveFor(65) })], { takenAt: inMinutes(1) })
  expect(narrate(stepBetween(before, after), clock)).toEqual([
    '20:01 staging is live until 21:05, written to [staging] in /home/ana/.aws/credentials',
  ])
})

test('nothing new, nothing said', () => {
  const shown = snapshot([view('staging', { state: liveFor(42) })])
  expect(narrate(stepBetween(shown, { ...shown, takenAt: inMinutes(5) }), clock)).toEqual([])
})

test('a failure tells what happened, the way out and how long the old keys last', () => {
  const failed = {
    kind: 'failed',
    problem: problem(),
    keysSince: inMinutes(-52),
    expiresAt: inMinutes(8),
    retryAt: null,
  } as const
  expect(narrate(stepBetween(snapshot(), snapshot([view('staging', { state: failed })])), clock)).toEqual([
    '20:00 staging failed: aws-sso was not found. (Use an absolute path in line 12, or fix PATH.); its old keys end at 20:08',
  ])
})

test('how long something has been so is no news', () => {
  const at = (minute: number) =>
    snapshot([view('staging', { state: { kind: 'expired', at: inMinutes(minute), problem: null } })])
  expect(narrate(stepBetween(at(0), at(1)), clock)).toEqual([])
})

test('every other state has its line', () => {
  const lines = (
    [
      { kind: 'needs-you', ask: { kind: 'sign-in' }, keysSince: null, expiresAt: null },
      { kind: 'refreshing', since: NOW, keysSince: null, expiresAt: null },
      { kind: 'live', since: NOW, expiresAt: null },
      { kind: 'expiring', since: NOW, expiresAt: inMinutes(3) },
      { kind: 'expired', at: NOW, problem: null },
      { kind: 'not-handled', because: problem() },
    ] as const
  ).flatMap((state) => narrate(stepBetween(snapshot(), snapshot([view('staging', { state })])), clock))
  expect(lines).toEqual([
    '20:00 staging needs you (sign in)',
    '20:00 staging is refreshing',
    '20:00 staging is live, no expiry, written to [staging] in /home/ana/.aws/credentials',
    '20:00 staging is expiring at 20:03',
    '20:00 staging is expired',
    '20:00 staging is not handled: aws-sso was not found.',
  ])
})

test('an edited configuration is told: what came, what went, what is wrong', () => {
  const before = snapshot([view('old')])
  const after = snapshot([view('fresh')], {
    configProblems: [problem()],
    config: { file: '/home/ana/project/atmos.yaml', demo: false, stale: true },
    paused: true,
  })
  expect(narrate(stepBetween(before, after), clock)).toEqual([
    '20:00 the configuration does not parse: its last good form goes on',
    '20:00 process/not-found: aws-sso was not found. (Use an absolute path in line 12, or fix PATH.)',
    '20:00 refreshing is paused',
    '20:00 old is no longer configured',
    '20:00 fresh is new: inactive',
  ])
})

test('a mended configuration is told', () => {
  const before = snapshot([view()], { configProblems: [problem()], paused: true })
  expect(narrate(stepBetween(before, snapshot([view()])), clock)).toEqual([
    '20:00 the configuration is in order again',
    '20:00 refreshing goes on',
  ])
})
