import { expect, test } from 'vitest'
import { removalWithoutNames, removalWords } from '#core/snapshot/removal'
import { problem, profileName } from '../../support/states/builders.ts'

const [staging, prod] = [profileName('staging'), profileName('prod')]
const all = { removed: [staging, prod], failed: [], forgotten: 2 }
const half = { removed: [staging], failed: [{ profile: prod, problem: problem({ message: 'No.' }) }], forgotten: 0 }
const none = { removed: [], failed: [], forgotten: 1 }

test('says whose keys went, and whose did not', () =>
  expect([all, half, none].map(removalWords)).toEqual([
    'Removed the keys of staging and prod, and forgot 2 sessions.',
    'Removed the keys of staging. Still there: prod (No.).',
    'There were no keys of Credtray to remove, and forgot 1 session.',
  ]))

test('counts them for a lock screen that names nobody', () =>
  expect([all, half, none].map(removalWithoutNames)).toEqual([
    'Removed the keys of 2 profiles, and forgot 2 sessions.',
    'Removed the keys of 1 profile. Still there: 1 profile.',
    'There were no keys of Credtray to remove, and forgot 1 session.',
  ]))
