import type { Instant } from '#core/base/time'
import type { HistoryEntry, HistoryFact } from '#core/session/history'
import { identityName, inMinutes, profileName } from './builders.ts'

/** A working day so far: renewals by the hour, a lunch with the lid closed, one that failed, one that was put away. */
export function dayHistory(now: Instant): readonly HistoryEntry[] {
  const entries = [
    machine(-700, 'stopped', now),
    machine(-610, 'started', now),
    ...[-600, -555, -510, -465, -420].map((minute) => renewed('corp-base', minute, now)),
    ...[-598, -553, -508, -463, -418].map((minute) => renewed('staging-poweruser', minute, now)),
    renewed('analytics-readonly', -530, now),
    { ...of('analytics-readonly', -470, 'needs-you', now), code: 'mfa-code' },
    { ...of('analytics-readonly', -466, 'ended', now) },
    machine(-400, 'slept', now),
    machine(-335, 'woke', now),
    ...[-334, -290, -245, -200, -155, -110, -65, -20].map((minute) => renewed('corp-base', minute, now)),
    ...[-333, -288, -243, -198, -153].map((minute) => renewed('staging-poweruser', minute, now)),
    {
      ...of('staging-poweruser', -108, 'failed', now),
      code: 'sts/denied',
      message: 'AWS refused: ana may not assume PowerUser.',
    },
    ...[-106, -61, -16].map((minute) => renewed('staging-poweruser', minute, now)),
    renewed('sandbox', -140, now),
    of('sandbox', -120, 'deactivated', now),
    { ...of('corp-base', -3, 'pulled', now), by: 'terraform (pid 4711)', expiresAt: inMinutes(40, now) },
  ]
  return entries.toSorted((a, b) => a.at - b.at)
}

const of = (name: string, minute: number, what: HistoryFact, now: Instant): HistoryEntry => ({
  ...machine(minute, what, now),
  identity: identityName(name),
  profile: profileName(name),
})

const renewed = (name: string, minute: number, now: Instant): HistoryEntry => ({
  ...of(name, minute, 'renewed', now),
  expiresAt: inMinutes(minute + 60, now),
})

const machine = (minute: number, what: HistoryFact, now: Instant): HistoryEntry => ({
  at: inMinutes(minute, now),
  what,
  identity: null,
  profile: null,
  expiresAt: null,
  code: null,
  message: null,
  by: null,
})
