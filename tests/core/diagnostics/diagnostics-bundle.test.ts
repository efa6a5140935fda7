import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { type BundleFacts, diagnosticsBundle } from '#core/diagnostics/diagnostics-bundle'
import { withoutNames } from '#core/diagnostics/without-names'
import { contact, identityName, NOW, profileName, run, snapshot, view } from '../../support/states/builders.ts'
import { CANARY, canariesIn } from '../../support/intruder/canary.ts'

const leaks = Object.values(CANARY).join(' and ')
const acme = identityName('acme-payments')

const facts: BundleFacts = {
  snapshot: snapshot(
    [
      view('acme-payments', {
        profile: profileName('acme'),
        account: '999988887777',
        tags: ['treasury'],
        lastRun: run({ exitCode: 3, stderr: leaks }),
      }),
    ],
    {
      fault: 'stopped',
      settings: {
        ...DEFAULT_SETTINGS,
        favourites: [acme],
        sets: [{ name: 'payday', identities: [acme], hotkey: null }],
      },
    },
  ),
  about: {
    version: '0.1.0',
    system: 'Linux 6.8 x64',
    desktop: '',
    trayHost: 'shown',
    runtime: 'Electron 45.4.1',
    home: '/home/ana',
  },
  examination: {
    findings: [{ code: 'LOOSE_MODE', message: `/home/ana/.aws ${leaks}`, file: '/home/ana/.aws/credentials', line: 7 }],
    unchecked: ['the clock: sts.acme.example:8443 did not answer'],
  },
  contacts: {
    since: NOW,
    contacts: [
      contact({ host: 'sts.eu-west-1.amazonaws.com', purpose: 'assume-role' }),
      contact({ host: 'sts.acme.example:8443', purpose: 'who-am-i', proxy: 'proxy.acme.example:3128' }),
    ],
  },
  history: [
    {
      at: NOW,
      what: 'failed',
      identity: acme,
      profile: profileName('acme'),
      expiresAt: null,
      code: 'process/exit-nonzero',
      message: leaks,
      by: null,
    },
  ],
  log: [
    `2026-11-22T20:00:00Z acme-payments said ${leaks}`,
    'arn:aws:sts::999988887777:assumed-role/Treasury/ana in /home/ana/work/acme/atmos.yaml',
    ...Object.values(CANARY),
  ],
}

test('says what broke, the kinds, last runs, findings, settings, history and log', () => {
  const text = diagnosticsBundle(facts, true)
  for (const part of [
    'Fault\n  Credtray has stopped refreshing',
    'acme-payments: aws/credentials',
    'exit code 3',
    'LOOSE_MODE in line 7',
    'not checked: the clock',
    'theme: "system"',
    'failed acme-payments process/exit-nonzero',
    'Hosts asked since 2026-11-22T20:00:00Z\n  sts.eu-west-1.amazonaws.com: to assume a role; 3 times, each answered',
    'sts.acme.example:8443: to hear whose keys these are; 3 times, each answered, through proxy.acme.example:3128',
    'Log\n  2026-11-22T20:00:00Z acme-payments',
  ])
    expect(text).toContain(part)
})

test.each([true, false])('holds no key, whoever wrote one down (names: %s)', (names) => {
  expect(canariesIn(diagnosticsBundle(facts, names))).toEqual([])
})

test('without names it names nobody, and still tells one identity from another', () => {
  const text = diagnosticsBundle(facts, false)
  expect(text).not.toMatch(/acme|payday|999988887777|treasury|Treasury|\bana\b/)
  expect(text).toContain('failed identity-1 process/exit-nonzero')
  expect(text).toContain('sts.eu-west-1.amazonaws.com: to assume a role')
  expect(text).toMatch(/host-\d: to hear whose keys these are; 3 times, each answered, through host-\d/)
})

test('a name is only taken where it stands alone', () => {
  const { snapshot: shown } = { snapshot: snapshot([view('a.b'), view('live')]) }
  expect(withoutNames('a.b axb live alive live-stream', { snapshot: shown, home: '', hosts: [] })).toBe(
    'identity-1 axb identity-2 alive live-stream',
  )
})
