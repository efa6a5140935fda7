import { expect } from '@playwright/test'
import { instant } from '#core/base/time'
import { grouped } from '../states/list-states.ts'
import { calmDay, panelState } from '../states/panel-states.ts'
import { asks, type Walk } from './walk.ts'

const now = instant(Date.now())
const calm = panelState(calmDay(now), now)
const paused = panelState(calmDay(now), now, { paused: true })
const refresh = (name: string) => asks('session/refresh', { name, mfaCode: null })

/** What is done to one row, and to the list as a whole. */
export const LIST_WALKS: readonly Walk[] = [
  {
    does: 'activates an identity',
    state: calm,
    way: (hand) => hand.row('sandbox', 'Keep sandbox fresh', 'Enter'),
    keys: ['/', ...Array.from('sandbox'), 'Enter', 'Enter'],
    asks: [asks('session/activate', 'sandbox')],
  },
  {
    does: 'deactivates an identity',
    state: calm,
    way: (hand) => hand.row('corp-base', 'Keep corp-base fresh', 'Enter'),
    keys: ['ArrowDown', 'Enter'],
    asks: [asks('session/deactivate', 'corp-base')],
  },
  {
    does: 'renews an identity from its row',
    state: calm,
    way: (hand) => hand.row('corp-base', 'Refresh corp-base now', 'r'),
    keys: ['ArrowDown', 'r'],
    asks: [refresh('corp-base')],
  },
  {
    does: 'copies the name of a profile from its row',
    state: calm,
    way: (hand) => hand.row('staging-poweruser', 'Copy AWS_PROFILE=staging', 'c'),
    keys: ['j', 'j', 'c'],
    asks: [asks('session/copy-profile', 'staging-poweruser')],
  },
  {
    does: 'makes a favourite on its row',
    state: calm,
    way: (hand) => hand.row('corp-base', 'Make corp-base a favourite', 'f'),
    keys: ['ArrowDown', 'f'],
    asks: [asks('settings/change', { favourites: ['corp-base'] })],
  },
  {
    does: 'pauses',
    state: calm,
    way: (hand) => hand.press('Pause'),
    keys: ['p'],
    asks: [asks('app/set-paused', true)],
    becomes: paused,
  },
  {
    does: 'resumes',
    state: paused,
    way: (hand) => hand.press('Resume'),
    keys: ['p'],
    asks: [asks('app/set-paused', false)],
    becomes: calm,
  },
  {
    does: 'filters, and clears the filter',
    state: calm,
    way: async (hand) => {
      await hand.write('Filter identities', 'sandbox')
      await expect(hand.page.getByRole('row')).toHaveCount(1)
      await hand.press('Clear filter')
    },
    asks: [],
    sees: (page) => expect(page.getByRole('row')).toHaveCount(6),
  },
  {
    does: 'finds nobody, and clears the filter',
    state: calm,
    way: async (hand) => {
      await hand.write('Filter identities', 'nobody')
      await hand.press('Clear filter', 1)
    },
    asks: [],
    sees: (page) => expect(page.getByRole('row')).toHaveCount(6),
  },
  {
    does: 'groups the list',
    state: calm,
    way: (hand) => hand.choose('Group by', 'Account'),
    keys: ['g'],
    asks: [asks('settings/change', { view: { groupBy: 'account' } })],
    becomes: grouped(now, 'account'),
  },
  {
    does: 'closes a group and opens it',
    state: grouped(now, 'account'),
    way: (hand) =>
      hand.either({
        keys: ['ArrowDown', 'Home', 'ArrowLeft', 'ArrowRight', 'Enter'],
        mouse: (page) => page.locator('.group-row').first().click(),
      }),
    asks: [],
    sees: (page) => expect(page.locator('.group-row').first()).toHaveAttribute('aria-expanded', 'false'),
  },
  {
    does: 'shows the details and closes them',
    state: calm,
    way: async (hand) => {
      await hand.open('corp-base')
      await hand.press('Close details')
    },
    keys: ['ArrowDown', 'ArrowRight', 'ArrowLeft'],
    asks: [],
    sees: (page) => expect(page.locator('.details')).toHaveCount(0),
  },
  {
    does: 'opens the configuration',
    state: calm,
    way: (hand) => hand.press(/^Open the configuration/),
    asks: [asks('config/open', null)],
  },
  {
    does: 'hides the window',
    state: calm,
    way: (hand) => hand.either({ keys: ['Escape', 'Escape'], mouse: () => Promise.resolve() }),
    keys: ['Escape', 'Escape'],
    asks: [asks('app/hide-window', undefined)],
    keyboardOnly: true,
  },
  {
    does: 'quits',
    state: calm,
    way: async (hand) => {
      await hand.press('Keyboard help')
      await hand.press('Quit Credtray')
    },
    asks: [asks('app/quit', undefined)],
  },
  {
    does: 'looks at the help',
    state: calm,
    way: async (hand) => {
      await hand.press('Keyboard help')
      await hand.press('Close help')
    },
    keys: ['?', 'Escape'],
    asks: [],
    sees: (page) => expect(page.getByRole('dialog')).toHaveCount(0),
  },
]
