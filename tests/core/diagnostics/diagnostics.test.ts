import { expect, test } from 'vitest'
import { diagnostics, diagnosticsText } from '#core/diagnostics/diagnostics'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { identityName, liveFor, problem, profileName, snapshot, view } from '../../support/states/builders.ts'

const facts = {
  version: '0.1.0',
  system: 'Linux 6.8 x64',
  desktop: 'XFCE on x11',
  trayHost: 'shown',
  runtime: 'Electron 45.4.1',
  home: '/home/ana',
} as const

const failing = problem({ message: 'acme-payments of 999988887777 said AKIAIOSFODNN7EXAMPLE' })
const shown = snapshot(
  [
    view('acme-payments', { profile: profileName('acme'), account: '999988887777', state: liveFor(40) }),
    ...['acme-a', 'acme-b'].map((name) =>
      view(name, {
        state: { kind: 'failed', problem: failing, keysSince: null, expiresAt: null, retryAt: null },
      }),
    ),
  ],
  {
    configProblems: [
      problem({ code: 'config/unreadable', where: { file: '/home/ana/acme.yaml', line: 12, column: 3 } }),
    ],
    settings: { ...DEFAULT_SETTINGS, favourites: [identityName('acme-a')] },
  },
)

test('says what somebody who helps needs, and stays as short as that', () => {
  expect(diagnosticsText(diagnostics(shown, facts))).toBe(`Credtray 0.1.0, 2026-11-22T20:00:00Z
  Linux 6.8 x64
  XFCE on x11
  tray shown
  Electron 45.4.1

Configuration
  ~/project/atmos.yaml
  1 problems, 0 notes, trust given

Identities
  3 in all, 3 active
  2 × failed
  1 × live
  1 favourites, 0 sets

Problems
  2 × process/not-found
  1 × config/unreadable in line 12`)
})

test('names nobody: no identity, profile, account, key or message', () => {
  expect(diagnosticsText(diagnostics(shown, facts))).not.toMatch(/acme|9999|AKIA|ana\b/)
})
