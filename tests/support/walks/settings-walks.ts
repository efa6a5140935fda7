import { expect } from '@playwright/test'
import { instant } from '#core/base/time'
import { DEFAULT_SETTINGS, type Settings } from '#core/settings/settings'
import { calmDay, panelState } from '../states/panel-states.ts'
import { askedHosts, settingsFacts } from '../states/settings-states.ts'
import type { Asked } from '../window/fake-bridge.ts'
import type { Hand } from './hand.ts'
import { asks, type Walk } from './walk.ts'

const now = instant(Date.now())
const DEFAULTS: Settings = { ...DEFAULT_SETTINGS, welcomed: true }
const { notify, production, programs, files } = DEFAULTS

/** A Mac that can do all: there is no more to choose anywhere. */
const facts = { ...settingsFacts, platform: 'darwin', noUpdates: null } as const

/** One setting: what it is called, what is done to it, and what is sent. */
interface Choice {
  readonly title: string
  readonly act: (hand: Hand) => Promise<void>
  readonly sends: readonly object[]
  /** What is asked of main that is no setting. */
  readonly asks?: readonly Asked[]
}

const tick = (title: string, patch: object): Choice => ({ title, act: (hand) => hand.press(title), sends: [patch] })
const pick = (title: string, option: string, patch: object): Choice => ({
  title,
  act: (hand) => hand.choose(title, option),
  sends: [patch],
})
const text = (title: string, words: string, patch: object): Choice => ({
  title,
  act: (hand) => hand.commit(title, words),
  sends: [patch],
})

/** There is nothing to choose, but to look. */
const look = (title: string): Choice => ({
  title,
  act: ({ page }) => expect(page.getByRole('group', { name: title })).toBeVisible(),
  sends: [],
})

const MINUTE = 60_000
const HALF = 30 * MINUTE
const hours = { from: 22 * 60, to: 7 * 60 }
const told = { ...notify, before: HALF }
const quiet = { ...told, quiet: true }
const atNight = { ...quiet, quietHours: hours }
const since = (from: number) => ({ notify: { ...quiet, quietHours: { ...hours, from } } })
const EVENING = 23 * 60
const until = (to: number) => ({ notify: { ...quiet, quietHours: { from: EVENING, to } } })
const late = until(8 * 60 + 30).notify
const tags = { ...production, tags: ['live'] }
const patterns = { ...tags, patterns: ['*-live'] }
const browser = { ...programs, browser: 'firefox' }
const terminal = { ...browser, terminal: 'kitty' }
const keys = { ...files, credentials: '/tmp/keys' }

/** All that can be chosen, by the sections of the screen and in its order: each builds on what was chosen before. */
export const CHOICES: Readonly<Record<string, readonly Choice[]>> = {
  General: [
    pick('Theme', 'Dark', { theme: 'dark' }),
    tick('Start at login', { startAtLogin: true }),
    tick('Start hidden', { startHidden: true }),
    tick('Minutes in the menu bar', { menuBarTitle: true }),
    tick('Look for new versions', { updates: true }),
    text('Folder of the configuration', '/home/ana/work', { folder: '/home/ana/work' }),
  ],
  Refreshing: [
    pick('Renew before the end', '30 min', { lead: HALF }),
    pick('Helpers at once', '4', { helpersAtOnce: 4 }),
    { title: 'PATH', act: (hand) => hand.press('4 folders'), sends: [] },
  ],
  Notifications: [
    pick('Tell me before an end', '30 min', { notify: told }),
    tick('No notifications', { notify: quiet }),
    { ...pick('Snooze', 'Until tomorrow', {}), sends: [], asks: [asks('app/snooze', 'tomorrow')] },
    {
      title: 'Quiet hours',
      act: async (hand) => {
        await hand.press('Quiet hours')
        await hand.later('Quiet from')
        await hand.write('Quiet to', '0830')
      },
      // Each digit makes another time.
      sends: [{ notify: atNight }, since(EVENING), ...[8 * 60, 8 * 60 + 3, 8 * 60 + 30].map(until)],
    },
    tick('Hide names', { notify: { ...late, hideNames: true } }),
  ],
  Production: [
    text('Tags that mean production', 'live', { production: tags }),
    text('Names that mean production', '*-live', { production: patterns }),
    pick('Deactivate production after', '30 min', { production: { ...patterns, deactivateAfter: HALF } }),
  ],
  Programs: [
    text('Browser for the AWS console', 'firefox', { programs: browser }),
    text('Terminal', 'kitty', { programs: terminal }),
    text('Editor', 'code', { programs: { ...terminal, editor: 'code' } }),
  ],
  'AWS files and tools': [
    text('Credentials file', '/tmp/keys', { files: keys }),
    text('Config file', '/tmp/config', { files: { ...keys, config: '/tmp/config' } }),
    text('Second credentials file', '/mnt/c/keys', { mirror: '/mnt/c/keys' }),
    tick('Endpoint for container credentials', { endpoint: true }),
  ],
  Network: [look('Hosts asked since the start'), look('Hosts that may be asked at all')],
}

const opened = (changed: Partial<Settings> = {}) => ({
  state: panelState(calmDay(now), now, { settings: { ...DEFAULTS, ...changed } }),
  answers: { 'settings/facts': facts, 'app/contacts': askedHosts(now) },
})

/** A section each, and the screen as a whole. */
export const SETTINGS_WALKS: readonly Walk[] = [
  ...Object.entries(CHOICES).map(([section, choices]): Walk => ({
    does: `chooses, under ${section}`,
    ...opened(),
    way: async (hand) => {
      await hand.press('Settings')
      for (const { act } of choices) await act(hand)
    },
    asks: choices.flatMap((choice) => [
      ...(choice.asks ?? []),
      ...choice.sends.map((patch) => asks('settings/change', patch)),
    ]),
  })),
  {
    does: 'looks for a setting, restarts, and leaves the settings',
    ...opened({ folder: '/home/ana/work' }),
    way: async (hand) => {
      await hand.press('Settings')
      await hand.write('Search the settings', 'theme')
      await hand.press('Restart Credtray')
      await hand.press('Back to the list')
    },
    asks: [asks('app/restart', undefined)],
  },
  {
    does: 'opens the settings and leaves them',
    ...opened(),
    way: async (hand) => {
      await hand.press('Settings')
      await hand.press('Back to the list')
    },
    keys: [',', 'Escape'],
    asks: [],
    sees: (page) => expect(page.getByRole('grid')).toBeVisible(),
  },
]
