import { expect, test } from 'vitest'
import { type Installation, whyNoUpdates } from '#core/settings/no-updates'

const released: Installation = { isPackaged: true, hasFeed: true, replacedBy: 'itself' }

test.each<[string | null, Partial<Installation>]>([
  [null, {}],
  ['Only the installed app can be updated.', { isPackaged: false }],
  ['There is no release feed yet.', { hasFeed: false }],
  ['There is no release feed yet.', { hasFeed: false, replacedBy: 'package-manager' }],
  ['Your package manager updates this installation.', { replacedBy: 'package-manager' }],
  ['This form has no installer: put the new one in its place.', { replacedBy: 'person' }],
])('says %j of %j', (words, made) => {
  expect(whyNoUpdates({ ...released, ...made })).toBe(words)
})
