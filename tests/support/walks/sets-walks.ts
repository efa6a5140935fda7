import { expect } from '@playwright/test'
import { instant } from '#core/base/time'
import type { ActivationSet } from '#core/settings/settings'
import { identityName } from '../states/builders.ts'
import { teamState } from '../states/list-states.ts'
import { calmDay, panelState } from '../states/panel-states.ts'
import type { Hand } from './hand.ts'
import { asks, type Walk } from './walk.ts'

const now = instant(Date.now())
const BOX = 'Select together with others'
const shop: ActivationSet = {
  name: 'shop',
  identities: ['corp-base', 'sandbox'].map(identityName),
  hotkey: null,
}
const data: ActivationSet = { name: 'data', identities: [identityName('analytics-readonly')], hotkey: null }
const team = panelState(calmDay(now), now, {
  settings: { ...teamState(now).snapshot.settings, sets: [shop, data] },
})
const none = panelState(calmDay(now), now)
const sets = (...changed: readonly unknown[]) => asks('settings/change', { sets: changed })

const editing =
  (...names: readonly string[]) =>
  async (hand: Hand): Promise<void> => {
    for (const name of ['Work on…', 'Edit shop', ...names]) await hand.press(name)
  }

/** Work on several by one press. */
export const SETS_WALKS: readonly Walk[] = [
  {
    does: 'activates a set',
    state: team,
    way: async (hand) => {
      await hand.press('Work on…')
      await hand.press('Activate shop')
    },
    keys: ['w', 'Tab', 'Enter'],
    asks: [asks('session/activate', 'sandbox')],
  },
  {
    does: 'deactivates a set',
    state: team,
    way: async (hand) => {
      await hand.press('Work on…')
      await hand.press('Deactivate shop')
    },
    asks: [asks('session/deactivate', 'corp-base')],
  },
  {
    does: 'closes the sets',
    state: team,
    way: async (hand) => {
      await hand.press('Work on…')
      await hand.press('Close sets')
    },
    keys: ['w', 'Escape'],
    asks: [],
    sees: (page) => expect(page.getByRole('dialog')).toHaveCount(0),
  },
  {
    does: 'renames a set',
    state: team,
    way: async (hand) => {
      await editing()(hand)
      await hand.write('Name', 'sandbox')
      await hand.press('Save')
    },
    asks: [sets({ ...shop, name: 'sandbox' }, data)],
  },
  {
    does: 'gives a set a hotkey',
    state: team,
    way: async (hand) => {
      await editing()(hand)
      await hand.write('Hotkey, in every program', 'Ctrl+Alt+7')
      await hand.press('Save')
    },
    asks: [sets({ ...shop, hotkey: 'Ctrl+Alt+7' }, data)],
  },
  {
    does: 'takes the hotkey of a set away',
    state: teamState(now),
    way: async (hand) => {
      await editing()(hand)
      await hand.press('Clear the hotkey')
      await hand.press('Save')
    },
    asks: [sets(...teamState(now).snapshot.settings.sets.map((set) => ({ ...set, hotkey: null })))],
  },
  {
    does: 'takes an identity out of a set',
    state: team,
    way: editing('Take sandbox out of the set', 'Save'),
    asks: [sets({ ...shop, identities: ['corp-base'] }, data)],
  },
  {
    does: 'changes nothing of a set after all',
    state: team,
    way: editing('Cancel'),
    asks: [],
    sees: (page) => expect(page.getByRole('form', { name: 'Edit shop' })).toHaveCount(0),
  },
  { does: 'deletes a set', state: team, way: editing('Delete set…', 'Delete shop'), asks: [sets(data)] },
  {
    does: 'keeps a set',
    state: team,
    way: editing('Delete set…', 'Keep'),
    asks: [],
    sees: (page) => expect(page.getByRole('button', { name: 'Delete set…' })).toBeVisible(),
  },
  {
    does: 'adds what is selected to a set',
    state: team,
    way: async (hand) => {
      await hand.row('sandbox', BOX, 'x')
      await hand.press('Add to set…')
      await hand.press('Add to data')
    },
    asks: [sets(shop, { ...data, identities: ['analytics-readonly', 'sandbox'] })],
  },
  {
    does: 'makes a set of what is selected',
    state: none,
    way: async (hand) => {
      await hand.row('sandbox', BOX, 'x')
      await hand.press('Add to set…')
      await hand.write('New set', 'play')
      await hand.press('Save as set')
    },
    asks: [sets({ name: 'play', identities: ['sandbox'], hotkey: null })],
  },
  {
    does: 'makes a first set of what is active',
    state: none,
    way: async (hand) => {
      await hand.press('Work on…')
      await hand.press('Make a set of the 3 active ones…')
      await hand.write('New set', 'day')
      await hand.press('Save as set')
    },
    asks: [sets({ name: 'day', identities: ['corp-base', 'staging-poweruser', 'production-readonly'], hotkey: null })],
  },
]
