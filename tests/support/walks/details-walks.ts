import { expect } from '@playwright/test'
import { instant } from '#core/base/time'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { liveFor, profileName, run, snapshot, view, windowState } from '../states/builders.ts'
import { chains, earlierRuns, tried, written } from '../states/look-states.ts'
import { calmDay, everyState, panelState } from '../states/panel-states.ts'
import type { Hand } from './hand.ts'
import { asks, type Walk } from './walk.ts'

const now = instant(Date.now())
const calm = panelState(calmDay(now), now)
const every = panelState(everyState(now), now)
const chain = chains(now)
const trials = tried(now)
const live = view('staging', { state: liveFor(47, now), lastRun: run({ startedAt: now }) })
const settings = { ...DEFAULT_SETTINGS, welcomed: true, endpoint: true }
const one = windowState(snapshot([live], { takenAt: now, settings }))
const renamed = windowState(
  snapshot([{ ...live, profile: profileName('work') }], {
    takenAt: now,
    settings: { ...settings, profiles: { staging: profileName('work') } },
  }),
)
const looks = { 'session/written-lines': written, 'session/earlier-runs': earlierRuns(now) }

/** In the details of an identity, press this. */
const pressing =
  (identity: string, ...names: readonly (string | RegExp)[]) =>
  async (hand: Hand): Promise<void> => {
    await hand.open(identity)
    for (const name of names) await hand.press(name)
  }

/** What the details of an identity offer. */
export const DETAILS_WALKS: readonly Walk[] = [
  {
    does: 'activates from the details',
    state: calm,
    way: pressing('sandbox', 'Activate'),
    asks: [asks('session/activate', 'sandbox')],
  },
  {
    does: 'deactivates from the details',
    state: calm,
    way: pressing('corp-base', 'Deactivate'),
    asks: [asks('session/deactivate', 'corp-base')],
  },
  {
    does: 'renews from the details',
    state: calm,
    way: pressing('corp-base', 'Refresh now'),
    asks: [asks('session/refresh', { name: 'corp-base', mfaCode: null })],
  },
  {
    does: 'stops a run',
    state: every,
    way: pressing('ci-runner', 'Stop'),
    asks: [asks('session/cancel', 'ci-runner')],
    becomes: calm,
  },
  {
    does: 'copies the name of a profile',
    state: one,
    way: pressing('staging', 'Copy AWS_PROFILE'),
    asks: [asks('session/copy-profile', 'staging')],
  },
  {
    does: 'makes a favourite in the details',
    state: one,
    way: pressing('staging', 'Make staging a favourite'),
    asks: [asks('settings/change', { favourites: ['staging'] })],
  },
  {
    does: 'is a favourite no longer',
    state: windowState(
      snapshot([{ ...live, isFavourite: true }], { settings: { ...settings, favourites: [live.name] } }),
    ),
    way: pressing('staging', 'staging is a favourite; take that back'),
    asks: [asks('settings/change', { favourites: [] })],
  },
  {
    does: 'opens the console',
    state: one,
    way: pressing('staging', 'Open console'),
    keys: ['ArrowDown', 'o'],
    asks: [asks('session/open-console', { name: 'staging', destination: null })],
  },
  {
    does: 'opens a page of the console',
    state: one,
    way: async (hand) => {
      await hand.open('staging')
      await hand.choose('Page of the console', 'rds')
      await hand.press('Open console')
    },
    asks: [asks('session/open-console', { name: 'staging', destination: 'rds' })],
  },
  {
    does: 'opens a terminal',
    state: one,
    way: pressing('staging', 'Open terminal'),
    keys: ['ArrowDown', 't'],
    asks: [asks('session/open-terminal', 'staging')],
  },
  {
    does: 'copies exports',
    state: one,
    way: pressing('staging', 'Copy exports'),
    keys: ['ArrowDown', 'e'],
    asks: [asks('session/copy-exports', { name: 'staging', format: 'bash', withKeys: false })],
  },
  {
    does: 'copies exports for another shell',
    state: one,
    way: async (hand) => {
      await hand.open('staging')
      await hand.choose('Shell of the exports', 'fish')
      await hand.press('Copy exports')
    },
    asks: [asks('session/copy-exports', { name: 'staging', format: 'fish', withKeys: false })],
  },
  {
    does: 'copies the keys, in two steps',
    state: one,
    way: pressing('staging', 'Copy keys…', 'Copy the keys'),
    asks: [asks('session/copy-exports', { name: 'staging', format: 'bash', withKeys: true })],
  },
  {
    does: 'does not copy the keys after all',
    state: one,
    way: pressing('staging', 'Copy keys…', 'Cancel'),
    asks: [],
    sees: (page) => expect(page.getByRole('button', { name: 'Copy keys…' })).toBeVisible(),
  },
  {
    does: 'copies the endpoint',
    state: one,
    way: pressing('staging', 'Copy endpoint'),
    asks: [asks('session/copy-endpoint', { name: 'staging', format: 'bash' })],
  },
  {
    does: 'renames a profile',
    state: one,
    way: async (hand) => {
      await hand.open('staging')
      await hand.press('Rename…')
      await hand.write('Profile of staging', 'work')
      await hand.press('Rename')
    },
    asks: [asks('settings/change', { profiles: { staging: 'work' } })],
  },
  {
    does: 'gives a profile the name of the YAML again',
    state: renamed,
    way: pressing('staging', 'Rename…', 'As in the YAML'),
    asks: [asks('settings/change', { profiles: {} })],
  },
  {
    does: 'does not rename after all',
    state: one,
    way: pressing('staging', 'Rename…', 'Cancel'),
    asks: [],
    sees: (page) => expect(page.getByRole('button', { name: 'Rename…' })).toBeVisible(),
  },
  {
    does: 'opens the line of an identity',
    state: one,
    way: pressing('staging', /^~\/project\/atmos\.yaml:12:5$/),
    asks: [asks('config/open', { file: '/home/ana/project/atmos.yaml', line: 12, column: 5 })],
  },
  {
    does: 'copies a run',
    state: one,
    way: pressing('staging', 'Copy this run (secrets are hidden)'),
    asks: [asks('session/copy-run', { name: 'staging', startedAt: now })],
  },
  {
    does: 'tries without writing',
    state: one,
    way: pressing('staging', 'Try without writing'),
    asks: [asks('session/try', 'staging')],
  },
  {
    does: 'tries again without writing',
    state: trials,
    way: pressing('reports', 'Try again without writing'),
    asks: [asks('session/try', 'reports')],
  },
  {
    does: 'stops a try',
    state: trials,
    way: pressing('corp-base', 'Stop trying'),
    asks: [asks('session/end-trial', 'corp-base')],
  },
  {
    does: 'clears what a try has told',
    state: trials,
    way: pressing('reports', 'Clear'),
    asks: [asks('session/end-trial', 'reports')],
  },
  {
    does: 'looks at earlier runs',
    state: chain,
    answers: looks,
    way: pressing('reports', '2 earlier runs'),
    asks: [],
    sees: (page) => expect(page.getByText('no network')).toBeVisible(),
  },
  {
    does: 'asks why',
    state: chain,
    answers: looks,
    way: pressing('production-admin', /^Why\?/, 'What are the last two lines?'),
    asks: [],
    sees: (page) => expect(page.getByText('for prompts such as starship')).toBeVisible(),
  },
  {
    does: 'goes to an identity of the chain',
    state: chain,
    way: pressing('production-admin', 'corp-base'),
    asks: [],
    sees: (page) => expect(page.getByRole('heading', { level: 2, name: 'corp-base' })).toBeVisible(),
  },
]
