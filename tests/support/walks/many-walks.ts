import { expect } from '@playwright/test'
import { instant } from '#core/base/time'
import { cautious } from '../states/list-states.ts'
import { calmDay, panelState } from '../states/panel-states.ts'
import { rowOf } from './mouse-hand.ts'
import { asks, type Walk } from './walk.ts'

const now = instant(Date.now())
const calm = panelState(calmDay(now), now)
const BOX = 'Select together with others'

const production = cautious(now)
const SHOP = 'shop-production'

/** Production is asked about, and several are selected together. */
export const MANY_WALKS: readonly Walk[] = [
  {
    does: 'activates production',
    state: production,
    way: async (hand) => {
      await hand.row(SHOP, `Keep ${SHOP} fresh`, 'Enter')
      await hand.press('Activate production')
    },
    asks: [asks('session/activate', SHOP)],
  },
  {
    does: 'does not activate production after all',
    state: production,
    way: async (hand) => {
      await hand.row(SHOP, `Keep ${SHOP} fresh`, 'Enter')
      await hand.press('Not now')
    },
    asks: [],
    sees: (page) => expect(page.getByRole('alertdialog')).toHaveCount(0),
  },
  {
    does: 'activates what is selected',
    state: calm,
    way: async (hand) => {
      await hand.row('sandbox', BOX, 'x')
      await hand.row('analytics-readonly', BOX, 'x')
      await hand.press('Activate 2')
    },
    asks: [asks('session/activate', 'sandbox'), asks('session/activate', 'analytics-readonly')],
  },
  {
    does: 'deactivates what is selected',
    state: calm,
    way: async (hand) => {
      await hand.row('corp-base', BOX, 'x')
      await hand.row('sandbox', BOX, 'x')
      await hand.press('Deactivate 1')
    },
    keys: ['ArrowDown', 'x', 'Enter', 'Enter'],
    asks: [asks('session/deactivate', 'corp-base')],
  },
  {
    does: 'renews what is selected',
    state: calm,
    way: async (hand) => {
      await hand.row('corp-base', BOX, 'x')
      await hand.press('Refresh 1')
    },
    asks: [asks('session/refresh', { name: 'corp-base', mfaCode: null })],
  },
  {
    does: 'lets go of what is selected',
    state: calm,
    way: async (hand) => {
      await hand.row('corp-base', BOX, 'x')
      await hand.press('Select nothing')
    },
    keys: ['ArrowDown', ' ', 'x', ' ', 'Escape'],
    asks: [],
    sees: (page) => expect(page.getByRole('region', { name: 'Selection' })).toHaveCount(0),
  },
  {
    does: 'selects a range',
    state: calm,
    way: (hand) =>
      hand.either({
        keys: ['ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown'],
        mouse: async (page) => {
          await rowOf(page, 'corp-base').click()
          await rowOf(page, 'production-readonly').click({ modifiers: ['Shift'] })
        },
      }),
    asks: [],
    sees: (page) => expect(page.locator('.selection-count')).toHaveText('3 selected'),
  },
  {
    does: 'selects all and makes favourites of them',
    state: panelState(calmDay(now).slice(0, 2), now),
    way: (hand) => hand.either({ keys: ['Control+A', 'f'], mouse: () => Promise.resolve() }),
    keys: ['Control+A', 'f'],
    asks: [asks('settings/change', { favourites: ['corp-base', 'staging-poweruser'] })],
    keyboardOnly: true,
  },
]
