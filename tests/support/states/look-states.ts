import { hours, type Instant, milliseconds, minutes } from '#core/base/time'
import type { Requests, WindowState } from '#bridge/contract'
import { identityName, inMinutes, liveFor, problem, profileName, run, view } from './builders.ts'
import { panelState } from './panel-states.ts'

const FILE = '/home/ana/project/atmos.yaml'

export const written: Requests['session/written-lines']['output'] = {
  file: '/home/ana/.aws/credentials',
  owner: 'us',
  lines: [
    { number: 14, text: '[production]' },
    { number: 15, text: 'aws_access_key_id = ASIA…MPLE' },
    { number: 16, text: 'aws_secret_access_key = …' },
    { number: 17, text: 'aws_session_token = …' },
    { number: 18, text: 'x_security_token_expires = 2026-11-22T21:05:11Z' },
    { number: 19, text: 'manager = credtray' },
  ],
  region: { number: 8, text: 'region = eu-west-1', file: '/home/ana/.aws/config' },
}

export const excerpt: Requests['config/excerpt']['output'] = [
  { number: 23, text: '      via:', markAt: null },
  { number: 24, text: '        identity: corp-bsae', markAt: 18 },
  { number: 25, text: '      principal:', markAt: null },
]

export const earlierRuns = (now: Instant): Requests['session/earlier-runs']['output'] => [
  run({ startedAt: inMinutes(-63, now), argv: ['aws-sso-helper', '--account', 'corp'], stderr: 'session is fresh' }),
  run({
    startedAt: inMinutes(-110, now),
    argv: ['aws-sso-helper', '--account', 'corp'],
    exitCode: 4,
    stderr: 'no network',
  }),
]

/** A user with an MFA device, a helper, and roles upon roles: what ends when, and why. */
export const chains = (now: Instant): WindowState =>
  panelState(
    [
      view('production-admin', {
        kind: 'aws/assume-role',
        profile: profileName('production'),
        sourceLabel: 'role Admin in 444455556666',
        chain: [identityName('ana'), identityName('corp-base'), identityName('production-admin')],
        renewal: { source: 'assume-role', mode: 'auto', person: null, lead: minutes(15), asksFor: hours(4) },
        state: liveFor(38, now),
        nextRefreshAt: inMinutes(23, now),
        warnings: ['SHORTENED_TO_ONE_HOUR'],
      }),
      view('reports', {
        state: liveFor(50, now),
        sourceLabel: 'command aws-sso-helper',
        lastRun: run({
          startedAt: inMinutes(-10, now),
          argv: ['aws-sso-helper', '--account', 'corp', '--note', 'two words'],
          stderr: 'session is fresh',
        }),
        earlierRuns: 2,
        elsewhere: [
          { field: 'credentials.region', where: { file: '/home/ana/project/.atmos.d/team.yaml', line: 4, column: 15 } },
        ],
        renewal: { source: 'process', mode: 'manual', person: null, lead: minutes(15), asksFor: null },
      }),
      view('data-lake', { state: liveFor(55, now), nextRefreshAt: inMinutes(40, now) }),
      view('static-keys', { state: { kind: 'live', since: inMinutes(-90, now), expiresAt: null } }),
      view('corp-base', {
        kind: 'aws/assume-role',
        sourceLabel: 'role Base in 111122223333',
        chain: [identityName('ana'), identityName('corp-base')],
        renewal: { source: 'assume-role', mode: 'auto', person: null, lead: minutes(15), asksFor: null },
        held: { since: inMinutes(-20, now), expiresAt: inMinutes(40, now) },
      }),
      view('ana', {
        kind: 'aws/user',
        sourceLabel: 'access key and MFA',
        renewal: { source: 'user', mode: 'auto', person: 'code', lead: minutes(15), asksFor: hours(12) },
        held: { since: inMinutes(-600, now), expiresAt: inMinutes(85, now) },
      }),
    ],
    now,
  )

export const misspelt = (now: Instant): WindowState =>
  panelState([], now, {
    configProblems: [
      problem({
        code: 'config/unknown-parent',
        message: 'staging-poweruser asks for corp-bsae, which is not an identity of this file.',
        hint: 'Did you mean corp-base? Mend via.identity in line 24.',
        where: { file: FILE, line: 24, column: 19 },
      }),
    ],
  })

/** One that was tried and is good, and one whose helper said something else than keys. */
export const tried = (now: Instant): WindowState => {
  const helper = run({ startedAt: now, argv: ['aws-sso-helper', '--account', 'corp'], stderr: 'session is fresh' })
  const ended = { startedAt: now, lasted: milliseconds(1_300) }
  return panelState(
    [
      view('production-admin', {
        kind: 'aws/assume-role',
        profile: profileName('production'),
        sourceLabel: 'role Admin in 444455556666',
        chain: [identityName('corp-base'), identityName('production-admin')],
        trial: {
          ...ended,
          run: { ...helper, of: identityName('corp-base') },
          hops: [
            { name: identityName('corp-base'), how: 'new' },
            { name: identityName('production-admin'), how: 'new' },
          ],
          outcome: {
            kind: 'good',
            expiresAt: inMinutes(60, now),
            account: '444455556666',
            arn: 'arn:aws:sts::444455556666:assumed-role/Admin/ana',
            arnProblem: null,
            isExpected: true,
            warnings: [],
          },
        },
      }),
      view('reports', {
        trial: {
          ...ended,
          run: { ...helper, of: identityName('reports'), exitCode: 0, stderr: 'Please log in first.' },
          hops: [],
          outcome: {
            kind: 'bad',
            at: identityName('reports'),
            problem: problem({
              code: 'process/missing-field',
              message: 'aws-sso-helper printed JSON without SecretAccessKey.',
              hint: 'Run it in a terminal and look at what it prints; it may want you to sign in first.',
            }),
          },
        },
      }),
      view('corp-base', {
        trial: {
          ...ended,
          lasted: null,
          run: { ...helper, lasted: null, of: identityName('corp-base') },
          hops: [],
          outcome: null,
        },
      }),
    ],
    now,
  )
}
