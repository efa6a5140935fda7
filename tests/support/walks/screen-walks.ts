import { expect, type Page } from '@playwright/test'
import { instant } from '#core/base/time'
import { profileName } from '../states/builders.ts'
import { examination, firstWrite, history } from '../states/file-states.ts'
import { dayHistory } from '../states/history-states.ts'
import { chains } from '../states/look-states.ts'
import { calmDay, panelState } from '../states/panel-states.ts'
import type { Hand } from './hand.ts'
import { asks, type Walk } from './walk.ts'

const now = instant(Date.now())
const calm = panelState(calmDay(now), now)
const chain = chains(now)
const first = firstWrite(now)
const day = { 'history/read': dayHistory(now) }
const files = { 'doctor/run': examination, 'files/history': history }
const OPENED = [asks('doctor/run', undefined)]
const LIST = (page: Page) => expect(page.getByRole('grid')).toBeVisible()

const pressing =
  (...names: readonly string[]) =>
  async (hand: Hand): Promise<void> => {
    for (const name of names) await hand.press(name)
  }

/** Saves a file of this name. The page asks main for nothing. */
const saving = (screen: string, button: string, name: string): Walk => ({
  does: `saves ${name}`,
  state: calm,
  answers: day,
  way: async (hand) => {
    await hand.press(screen)
    const coming = hand.page.waitForEvent('download')
    await hand.press(button)
    expect((await coming).suggestedFilename()).toBe(name)
  },
  asks: [],
})
const TIMELINE = 'Timeline and history'

/** Timeline, files, whether it lasts, diagnostics. */
export const SCREEN_WALKS: readonly Walk[] = [
  saving(TIMELINE, 'Save as SVG', 'credtray-timeline.svg'),
  saving(TIMELINE, 'Save as PNG', 'credtray-timeline.png'),
  saving(TIMELINE, 'Save as CSV', 'credtray-history.csv'),
  saving(TIMELINE, 'Save as JSON', 'credtray-history.json'),
  {
    does: 'reads a moment of the timeline',
    state: calm,
    answers: day,
    way: async (hand) => {
      await hand.press(TIMELINE)
      await hand.pointAtLast('corp-base')
    },
    asks: [],
    sees: (page) => expect(page.locator('.timeline-readout')).toContainText('corp-base'),
  },
  {
    does: 'shows more of the history',
    state: calm,
    answers: day,
    way: pressing(TIMELINE, `Show more of ${dayHistory(now).length}`),
    asks: [],
    sees: (page) => expect(page.locator('.history li')).toHaveCount(dayHistory(now).length),
  },
  {
    does: 'leaves the timeline',
    state: calm,
    answers: day,
    way: pressing(TIMELINE, 'Back to the list'),
    keys: ['h', 'Escape'],
    asks: [],
    sees: LIST,
  },
  {
    does: 'has the files checked again',
    state: calm,
    answers: files,
    way: pressing('Your AWS files', 'Check again'),
    asks: [...OPENED, asks('doctor/run', undefined)],
  },
  {
    does: 'takes a change back',
    state: calm,
    answers: files,
    way: pressing('Your AWS files', 'Undo'),
    asks: [...OPENED, asks('files/undo', 'staging')],
  },
  {
    does: 'looks at the backups, and leaves the files',
    state: calm,
    answers: files,
    way: pressing('Your AWS files', 'Backups: 1', 'Back to the list'),
    asks: OPENED,
    sees: LIST,
  },
  {
    does: 'removes all keys',
    state: first,
    answers: { 'app/panic': { removed: [profileName('staging')], failed: [], forgotten: 1 } },
    way: pressing('Your AWS files', 'Remove all keys now…', 'Remove them'),
    asks: [...OPENED, asks('app/panic', undefined)],
  },
  {
    does: 'keeps all keys',
    state: first,
    way: pressing('Your AWS files', 'Remove all keys now…', 'Keep them'),
    asks: OPENED,
  },
  {
    does: 'renews what would not last',
    state: chain,
    way: async (hand) => {
      await pressing('Will it last?', '4 h')(hand)
      await hand.press(/^Renew /)
    },
    asks: [asks('session/refresh', { name: 'reports', mfaCode: null })],
  },
  {
    does: 'asks of one whether it lasts until a time of day',
    state: chain,
    way: async (hand) => {
      await hand.open('production-admin')
      await hand.press('Will it last?')
      await hand.press('Only production-admin')
      await hand.press('All active')
      await hand.write('or until', '2359')
      await hand.press('production-admin')
    },
    asks: [],
    sees: (page) => expect(page.getByRole('heading', { level: 2, name: 'production-admin' })).toBeVisible(),
  },
  {
    does: 'goes to what does not last',
    state: chain,
    way: pressing('Will it last?', '8 h', 'Show ana'),
    asks: [],
    sees: (page) => expect(page.getByRole('heading', { level: 2, name: 'ana' })).toBeVisible(),
  },
  {
    does: 'leaves the question whether it lasts',
    state: chain,
    way: pressing('Will it last?', 'Back to the list'),
    keys: ['l', 'Escape'],
    asks: [],
    sees: LIST,
  },
  {
    does: 'copies the diagnostics with names',
    state: calm,
    way: async (hand) => {
      await pressing('Keyboard help', 'Diagnostics')(hand)
      await hand.press(/^Leave out names/)
      await hand.press('Copy')
    },
    asks: [
      asks('app/diagnose', { names: false, copy: false }),
      asks('app/diagnose', { names: true, copy: false }),
      asks('app/diagnose', { names: true, copy: true }),
    ],
  },
  {
    does: 'saves the diagnostics without names, and leaves them',
    state: calm,
    way: async (hand) => {
      await pressing('Keyboard help', 'Diagnostics')(hand)
      const coming = hand.page.waitForEvent('download')
      await hand.press('Save as text')
      expect((await coming).suggestedFilename()).toBe('credtray-diagnostics.txt')
      await hand.press('Back to the list')
    },
    asks: [asks('app/diagnose', { names: false, copy: false })],
    sees: LIST,
  },
]
