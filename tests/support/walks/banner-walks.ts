import { expect } from '@playwright/test'
import { instant } from '#core/base/time'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { everyAsk } from '../states/ask-states.ts'
import { problem } from '../states/builders.ts'
import { checkedUp, firstWrite } from '../states/file-states.ts'
import { excerpt, misspelt } from '../states/look-states.ts'
import { calmDay, everyState, panelState } from '../states/panel-states.ts'
import { asks, type Walk } from './walk.ts'

const now = instant(Date.now())
const calm = panelState(calmDay(now), now)
const demo = { file: '/home/ana/.config/credtray/demo/demo.yaml', demo: true, stale: false }
const welcome = panelState(calmDay(now), now, { settings: DEFAULT_SETTINGS })
const welcomeDemo = panelState(calmDay(now), now, { settings: DEFAULT_SETTINGS, config: demo })
const wrong = misspelt(now).snapshot.configProblems
const OPENED = [asks('doctor/run', undefined)]
const WELCOMED = asks('settings/change', { welcomed: true })

/** What stands above the list, and what there is without one. */
export const BANNER_WALKS: readonly Walk[] = [
  { does: 'has read the welcome', state: welcome, way: (hand) => hand.press('Got it'), asks: [WELCOMED] },
  { does: 'looks around in the demo', state: welcomeDemo, way: (hand) => hand.press('Look around'), asks: [WELCOMED] },
  {
    does: 'chooses no folder after all',
    state: welcomeDemo,
    way: (hand) => hand.press('Choose a folder…'),
    asks: [asks('settings/choose-folder', undefined)],
  },
  {
    does: 'copies an example',
    state: welcomeDemo,
    way: (hand) => hand.press('Copy an example'),
    asks: [asks('app/copy-example', undefined)],
  },
  {
    does: 'resumes from the banner',
    state: panelState(calmDay(now), now, { paused: true }),
    way: (hand) => hand.press('Resume now'),
    asks: [asks('app/set-paused', false)],
    becomes: calm,
  },
  {
    does: 'starts again after the demo',
    state: panelState(calmDay(now), now, { config: demo }),
    way: async (hand) => {
      await hand.press(/^Demo/)
      await hand.press('Start again')
    },
    asks: [asks('app/restart', undefined)],
  },
  {
    does: 'reads what the demo is',
    state: panelState(everyState(now), now, { config: demo }),
    way: (hand) => hand.press(/^Demo/),
    asks: [],
    sees: (page) => expect(page.getByText('It writes to')).toBeVisible(),
  },
  {
    does: 'puts the advice on the tray away',
    state: { ...calm, trayShown: false, desktop: 'ubuntu:GNOME' },
    way: (hand) => hand.press('Dismiss'),
    asks: [],
    sees: (page) => expect(page.getByText('AppIndicator')).toHaveCount(0),
  },
  {
    does: 'restarts after a fault',
    state: panelState(calmDay(now), now, { fault: 'stopped' }),
    way: (hand) => hand.press('Restart'),
    asks: [asks('app/restart', undefined)],
  },
  {
    does: 'sees what changed in the files',
    state: firstWrite(now),
    way: (hand) => hand.press('See what changed'),
    asks: OPENED,
  },
  {
    does: 'takes the first write back from its banner',
    state: firstWrite(now),
    way: (hand) => hand.press('Undo'),
    asks: [asks('files/undo', 'staging')],
    sees: (page) => expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0),
  },
  {
    does: 'puts the word on the first write away',
    state: firstWrite(now),
    way: (hand) => hand.press('Dismiss'),
    asks: [],
    sees: (page) => expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0),
  },
  { does: 'sees what the check-up found', state: checkedUp(now), way: (hand) => hand.press('Show'), asks: OPENED },
  {
    does: 'sees what is wrong with the configuration, and its line',
    state: panelState(calmDay(now), now, { configProblems: wrong }),
    answers: { 'config/excerpt': excerpt },
    way: async (hand) => {
      await hand.press('Show')
      await hand.press(/:24:19$/)
      await hand.press('Open file')
      await hand.press('Back to the list')
    },
    asks: [
      asks('config/open', { file: '/home/ana/project/atmos.yaml', line: 24, column: 19 }),
      asks('config/open', null),
    ],
    sees: (page) => expect(page.getByRole('grid')).toBeVisible(),
  },
  {
    does: 'reads the notes on the configuration',
    state: everyAsk(now),
    way: (hand) => hand.press('2 notes on the configuration'),
    asks: [],
    sees: (page) => expect(page.getByRole('heading', { name: 'Notes on the configuration' })).toBeVisible(),
  },
  {
    does: 'opens a file without identities',
    state: panelState([], now),
    way: (hand) => hand.press('Open file'),
    asks: [asks('config/open', null)],
  },
  {
    does: 'puts a refusal away',
    state: calm,
    refuses: ['app/set-paused', problem({ code: 'app/unexpected', message: 'Could not pause.', hint: 'Quit.' })],
    way: async (hand) => {
      await hand.press('Pause')
      await hand.press('Dismiss')
    },
    asks: [asks('app/set-paused', true)],
    sees: (page) => expect(page.getByText('Could not pause.')).toHaveCount(0),
  },
]
