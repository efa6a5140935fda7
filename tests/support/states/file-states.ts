import type { Instant } from '#core/base/time'
import type { Requests, WindowState } from '#bridge/contract'
import type { FileChange, FileHistoryView } from '#core/profile-file/history'
import { identityName, inMinutes, problem, profileName, view } from './builders.ts'
import { calmDay, panelState } from './panel-states.ts'

const FILE = '/home/ana/.aws/credentials'

const ADDED = [
  { sign: '+', text: '[staging]' },
  { sign: '+', text: 'aws_access_key_id = ASIA…MPLE' },
  { sign: '+', text: 'aws_secret_access_key = …' },
  { sign: '+', text: 'aws_session_token = …' },
  { sign: '+', text: 'x_security_token_expires = (their end)' },
  { sign: '+', text: 'manager = credtray' },
] as const

const REPLACED = [
  { sign: '-', text: 'aws_access_key_id = AKIA…MPLE' },
  { sign: '-', text: 'aws_secret_access_key = …' },
  ...ADDED.slice(1),
] as const

const REGION = [
  {
    file: '/home/ana/.aws/config',
    lines: [
      { sign: '+', text: '[profile staging]' },
      { sign: '+', text: 'region = eu-west-1' },
    ],
  },
] as const

export const firstChange: FileChange = {
  profile: 'staging',
  file: FILE,
  kind: 'added',
  lines: ADDED,
  isFirst: true,
  copied: true,
  agreed: false,
}

export const history: FileHistoryView = {
  changes: [
    { profile: 'staging', file: FILE, at: '2026-11-22T19:05:00Z', undoable: true },
    { profile: 'legacy', file: FILE, at: '2026-11-20T08:15:00Z', undoable: false },
  ],
  backups: [
    { file: FILE, path: '/home/ana/.config/credtray/backups/credentials.1', at: '2026-11-22T19:05:00Z', reason: 'day' },
  ],
}

export const takeOverPreview: Requests['session/preview-take-over']['output'] = {
  file: FILE,
  lines: REPLACED,
}

export const examination: Requests['doctor/run']['output'] = {
  findings: [
    {
      code: 'LOOSE_MODE',
      message: `Other users of this machine can read ${FILE}. "chmod 600 ${FILE}" keeps it to you.`,
      file: FILE,
      line: null,
    },
    {
      code: 'SHADOWED_BY_STATIC_KEYS',
      message: 'The credential_process of "prod" is never asked: static keys come first. Remove one of the two.',
      file: '/home/ana/.aws/config',
      line: 14,
    },
  ],
  unchecked: ['The clock could not be compared with AWS: no network.'],
}

/** A good day on which the person's file was changed for the first time. */
export const firstWrite = (now: Instant): WindowState =>
  panelState(calmDay(now), now, { fileChange: { ...firstChange, at: now } })

/** A good day on which the check-up at the start has found something. */
export const checkedUp = (now: Instant): WindowState => panelState(calmDay(now), now, { checkup: { serious: 2 } })

/** Sections that stand in the way, and one that waits to be looked at. */
export const notOurs = (now: Instant): WindowState =>
  panelState(
    [
      view('staging-poweruser', {
        profile: profileName('staging'),
        state: {
          kind: 'failed',
          problem: problem({
            code: 'file/not-ours',
            message: 'The profile "staging" is already in the credentials file, and Credtray did not write it.',
            hint: 'Choose another profile name for this identity, or hand the section over.',
          }),
          keysSince: null,
          expiresAt: null,
          retryAt: null,
        },
      }),
      view('sandbox', {
        state: {
          kind: 'needs-you',
          ask: { kind: 'first-write', file: FILE, lines: ADDED, also: REGION },
          keysSince: inMinutes(-5, now),
          expiresAt: inMinutes(20, now),
        },
        chain: [identityName('sandbox')],
      }),
      ...calmDay(now).filter(({ name }) => name !== 'sandbox' && name !== 'staging-poweruser'),
    ],
    now,
  )
