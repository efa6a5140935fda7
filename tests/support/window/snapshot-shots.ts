import type { Page } from '@playwright/test'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { askingForTrust, everyAsk } from '../states/ask-states.ts'
import { identityName, NOW } from '../states/builders.ts'
import { examination, history, notOurs, takeOverPreview } from '../states/file-states.ts'
import { dayHistory } from '../states/history-states.ts'
import { cautious, grouped, teamState } from '../states/list-states.ts'
import { chains, earlierRuns, excerpt, misspelt, written } from '../states/look-states.ts'
import { NARROW, showDetails, WIDE, ZOOMED, type Shot } from './panel-shots.ts'
import { calmDay, everyState, panelState } from '../states/panel-states.ts'
import { settingsFacts } from '../states/settings-states.ts'

/** A screen of which a picture is kept. */
export interface Snapped extends Shot {
  readonly scheme: 'light' | 'dark'
}

const TALL = { width: 960, height: 1_000 }
const HIGH = { width: 460, height: 900 }

const calm = panelState(calmDay(NOW), NOW)
const every = panelState(everyState(NOW), NOW)
const firstStart = panelState(calmDay(NOW), NOW, { settings: DEFAULT_SETTINGS })
const key = (name: string) => (page: Page) => page.keyboard.press(name)
const review = (page: Page) => page.getByRole('button', { name: 'Review' }).first().click()

/** One picture for each thing that can be broken by itself: not each screen in each size and scheme, which axe sees. */
export const SNAPPED: Readonly<Record<string, Snapped>> = {
  'list-light': { scheme: 'light', state: every, size: NARROW },
  'list-dark': { scheme: 'dark', state: every, size: NARROW },
  'list-zoomed': { scheme: 'light', state: every, size: ZOOMED },
  'list-wide': { scheme: 'dark', state: teamState(NOW), size: WIDE },
  'list-grouped': { scheme: 'light', state: grouped(NOW, 'account'), size: NARROW },
  selection: { scheme: 'light', state: teamState(NOW), size: WIDE, act: selectThree },
  production: { scheme: 'dark', state: cautious(NOW), size: NARROW, act: askForProduction },
  sets: { scheme: 'light', state: teamState(NOW), size: NARROW, act: editSet },
  'needs-you': { scheme: 'light', state: everyAsk(NOW), size: NARROW, act: showDetails('through-break-glass') },
  details: { scheme: 'light', state: chains(NOW), size: TALL, act: details },
  'details-failed': { scheme: 'dark', state: every, size: WIDE, act: showDetails('legacy-vault') },
  trust: { scheme: 'light', state: askingForTrust(NOW), size: HIGH, act: review },
  'trust-dark': { scheme: 'dark', state: askingForTrust(NOW), size: WIDE, act: review },
  problems: { scheme: 'light', state: panelState([], NOW), size: NARROW, act: problems },
  'first-write': { scheme: 'dark', state: notOurs(NOW), size: WIDE, act: showDetails('sandbox') },
  'take-over': { scheme: 'light', state: notOurs(NOW), size: HIGH, act: askToTakeOver },
  settings: { scheme: 'light', state: calm, size: NARROW, act: settings },
  'settings-wide': { scheme: 'dark', state: calm, size: WIDE, act: settings },
  timeline: { scheme: 'light', state: calm, size: WIDE, act: timeline },
  lasting: { scheme: 'light', state: chains(NOW), size: NARROW, act: lasting },
  files: { scheme: 'light', state: calm, size: NARROW, act: files },
  diagnostics: { scheme: 'dark', state: calm, size: NARROW, act: diagnostics },
  welcome: { scheme: 'light', state: firstStart, size: NARROW },
  empty: { scheme: 'dark', state: panelState([], NOW), size: NARROW },
  help: { scheme: 'light', state: every, size: NARROW, act: key('?') },
}

async function selectThree(page: Page): Promise<void> {
  for (const each of ['ArrowDown', 'x', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown']) await key(each)(page)
}

async function askForProduction(page: Page): Promise<void> {
  await page.evaluate((name) => window.fake.askActivation([name]), identityName('shop-production'))
  await page.getByRole('alertdialog').waitFor()
}

async function editSet(page: Page): Promise<void> {
  await key('w')(page)
  await page.getByRole('button', { name: 'Edit shop' }).click()
}

/** After main has said what it is asked for; the first of the list is shown before it could. */
async function details(page: Page): Promise<void> {
  await page.evaluate(
    ([lines, runs]) => {
      window.fake.answer('session/written-lines', lines)
      window.fake.answer('session/earlier-runs', runs)
    },
    [written, earlierRuns(NOW)] as const,
  )
  await showDetails('static-keys')(page)
  await showDetails('production-admin')(page)
  await page.getByRole('list', { name: /What stands under/ }).waitFor()
}

async function problems(page: Page): Promise<void> {
  await page.evaluate((answer) => window.fake.answer('config/excerpt', answer), excerpt)
  await page.evaluate((state) => window.fake.push(state), misspelt(NOW))
  await page.getByRole('group', { name: /Line 24/ }).waitFor()
}

async function askToTakeOver(page: Page): Promise<void> {
  await page.evaluate((value) => window.fake.answer('session/preview-take-over', value), takeOverPreview)
  await showDetails('staging-poweruser')(page)
  await page.getByRole('button', { name: /^Take over \[staging\]/ }).click()
  await page.getByRole('button', { name: 'Take over', exact: true }).waitFor()
}

async function settings(page: Page): Promise<void> {
  await page.evaluate((value) => window.fake.answer('settings/facts', value), settingsFacts)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('combobox', { name: 'Theme' }).waitFor()
}

async function timeline(page: Page): Promise<void> {
  await page.evaluate((value) => window.fake.answer('history/read', value), dayHistory(NOW))
  await page.getByRole('button', { name: 'Timeline and history' }).click()
  await page.getByRole('slider', { name: 'corp-base' }).waitFor()
}

async function lasting(page: Page): Promise<void> {
  await key('ArrowDown')(page)
  await key('l')(page)
}

async function files(page: Page): Promise<void> {
  await page.evaluate((value) => window.fake.answer('doctor/run', value), examination)
  await page.evaluate((value) => window.fake.answer('files/history', value), history)
  await page.getByRole('button', { name: 'Your AWS files' }).click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
}

async function diagnostics(page: Page): Promise<void> {
  await page.evaluate(() => window.fake.pickScreen('diagnostics'))
  await page.getByRole('region', { name: 'All that it says' }).waitFor()
}
