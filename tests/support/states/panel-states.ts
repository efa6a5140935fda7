import { minutes, seconds, type Instant } from '#core/base/time'
import type { IdentityView, Snapshot } from '#core/snapshot/snapshot'
import type { WindowState } from '#bridge/contract'
import {
  codeAsk,
  identityName,
  inMinutes,
  inSeconds,
  liveFor,
  problem,
  profileName,
  run,
  snapshot,
  view,
  windowState,
} from './builders.ts'

/** A working day with every state in it, around `now`. */
export function everyState(now: Instant): readonly IdentityView[] {
  return [
    view('corp-base', {
      sourceLabel: 'command aws-sso-helper',
      account: '111122223333',
      state: liveFor(47, now),
      nextRefreshAt: inMinutes(32, now),
      lastRun: run({ startedAt: inMinutes(-13, now), command: 'aws-sso-helper --account corp' }),
    }),
    view('staging-poweruser', {
      kind: 'aws/assume-role',
      profile: profileName('staging'),
      sourceLabel: 'role PowerUser in 222233334444',
      chain: [identityName('corp-base'), identityName('staging-poweruser')],
      account: '222233334444',
      state: liveFor(38, now),
      nextRefreshAt: inMinutes(23, now),
    }),
    view('data-lake', {
      account: '333344445555',
      sourceLabel: 'command saml2aws',
      state: { kind: 'expiring', since: inMinutes(-52, now), expiresAt: inSeconds(8 * 60 + 20, now) },
      warnings: ['SHORT_LIFETIME', 'NONSTANDARD_KEY_CASE'],
    }),
    ...waitingAndFailing(now),
    view('sandbox', { account: '777788889999', sourceLabel: 'command granted' }),
    view('analytics-readonly', { account: '888899990000', profile: profileName('analytics') }),
    view('azure-subscription', {
      kind: 'azure/subscription',
      sourceLabel: 'not handled',
      account: null,
      region: null,
      state: {
        kind: 'not-handled',
        because: problem({
          code: 'identity/not-handled',
          message: 'Azure identities are not handled by Credtray.',
          hint: 'Use atmos auth login for this one; its neighbours work.',
        }),
      },
    }),
  ]
}

function waitingAndFailing(now: Instant): readonly IdentityView[] {
  return [
    view('break-glass-user', {
      kind: 'aws/user',
      sourceLabel: 'access key with MFA',
      account: '111122223333',
      state: {
        kind: 'needs-you',
        ask: { ...codeAsk(), identity: identityName('break-glass-user') },
        keysSince: null,
        expiresAt: null,
      },
    }),
    view('okta-prod', {
      account: '444455556666',
      sourceLabel: 'command okta-aws-cli',
      state: {
        kind: 'needs-you',
        ask: { kind: 'sign-in' },
        keysSince: inMinutes(-54, now),
        expiresAt: inMinutes(6, now),
      },
      lastRun: run({
        startedAt: inMinutes(-4, now),
        command: 'okta-aws-cli web --format=process-credentials --org-domain acme.okta.com',
        exitCode: 3,
        stderr: 'No session. Open this address to sign in:\nhttps://acme.okta.com/activate?user_code=QWERTYUI',
      }),
    }),
    view('legacy-vault', {
      account: '555566667777',
      sourceLabel: 'command vault-helper',
      state: {
        kind: 'failed',
        problem: problem({
          code: 'process/exit-nonzero',
          message: 'vault-helper ended with exit code 2.',
          hint: 'It says that its token has expired. Run "vault login", then Refresh now.',
          where: { file: '/home/ana/project/atmos.yaml', line: 41, column: 9 },
        }),
        keysSince: inMinutes(-46, now),
        expiresAt: inMinutes(14, now),
        retryAt: inMinutes(2, now),
      },
      lastRun: run({
        startedAt: inSeconds(-40, now),
        lasted: seconds(1.4),
        command: '/opt/corp/bin/vault-helper --role legacy --format json',
        exitCode: 2,
        stderr:
          'vault-helper 3.2.0\nreading token from /home/ana/.vault-token\nerror: permission denied (403)\nerror: token expired 2 h ago; run "vault login"',
      }),
    }),
    view('ci-runner', {
      account: '666677778888',
      sourceLabel: 'command ci-credentials',
      state: {
        kind: 'refreshing',
        since: inSeconds(-6, now),
        keysSince: inMinutes(-27, now),
        expiresAt: inMinutes(3, now),
      },
      lastRun: run({
        startedAt: inSeconds(-6, now),
        lasted: null,
        exitCode: null,
        command: 'ci-credentials fetch --wait',
        stderr: 'asking the broker…\nqueued, place 2\nqueued, place 1',
      }),
    }),
    view('archive', {
      account: '999900001111',
      state: { kind: 'expired', at: inMinutes(-25, now), problem: null },
    }),
    view('static-keys', {
      account: '000011112222',
      state: { kind: 'live', since: inMinutes(-90, now), expiresAt: null },
      warnings: ['NO_EXPIRATION'],
    }),
  ]
}

/** A good afternoon: what most days look like. */
export function calmDay(now: Instant): readonly IdentityView[] {
  const calm = new Set(['corp-base', 'staging-poweruser', 'sandbox', 'analytics-readonly', 'azure-subscription'])
  return [
    ...everyState(now).filter(({ name }) => calm.has(name)),
    view('production-readonly', {
      kind: 'aws/assume-role',
      sourceLabel: 'role ReadOnly in 444455556666',
      chain: [identityName('corp-base'), identityName('production-readonly')],
      account: '444455556666',
      state: liveFor(12, now),
      nextRefreshAt: inMinutes(6, now),
    }),
  ]
}

/** As many as a large company has. Every fifth is live. */
export function crowd(count: number, now: Instant): readonly IdentityView[] {
  const teams = ['payments', 'search', 'data-platform', 'identity', 'mobile', 'growth', 'infrastructure']
  const stages = ['dev', 'staging', 'production', 'sandbox']
  return Array.from({ length: count }, (_, index) => {
    const name = `${teams[index % teams.length]}-${stages[index % stages.length]}-${String(index).padStart(4, '0')}`
    return view(name, {
      account: String(100_000_000_000 + index * 7_919),
      state: index % 5 === 0 ? liveFor(5 + (index % 50), now) : { kind: 'inactive' },
      tags: [`${teams[index % teams.length]}`],
      nextRefreshAt: null,
    })
  })
}

export const panelState = (
  identities: readonly IdentityView[],
  now: Instant,
  changes: Partial<Snapshot> = {},
): WindowState =>
  windowState(snapshot(identities, { takenAt: now, notify: { before: minutes(10), quiet: false }, ...changes }))
