import { instant } from '#core/base/time'
import type { WindowState } from '#bridge/contract'
import type { Screen } from '../../../renderer/screens/screen.ts'
import { askingForTrust, everyAsk } from '../states/ask-states.ts'
import { examination, firstWrite, history, notOurs, takeOverPreview } from '../states/file-states.ts'
import { dayHistory } from '../states/history-states.ts'
import { cautious, teamState } from '../states/list-states.ts'
import { chains, earlierRuns, excerpt, misspelt, written } from '../states/look-states.ts'
import { calmDay, everyState, panelState } from '../states/panel-states.ts'
import { askedHosts, settingsFacts } from '../states/settings-states.ts'
import type { Hand } from './hand.ts'
import type { Answers } from './walk-window.ts'

/** A place of the window, the way to it by keyboard, and where Esc leads to. */
export interface Sweep {
  readonly state: WindowState
  readonly way: (hand: Hand) => Promise<void>
  /** What has the focus after Esc: a row of the list, or the button that led here. `null`: there is no way out. */
  readonly back: { readonly row: string } | { readonly button: string } | null
}

type Dialog =
  | 'help'
  | 'sets'
  | 'set editor'
  | 'add to set'
  | 'production'
  | 'selection'
  | 'details'
  | 'failed'
  | 'code'
  | 'keys'
  | 'first write'
  | 'take over'
  | 'banners'
  | 'filter'

const now = instant(Date.now())
const calm = panelState(calmDay(now), now)
const every = panelState(everyState(now), now)
const wrong = misspelt(now).snapshot.configProblems

export const SWEEP_ANSWERS: Answers = {
  'doctor/run': examination,
  'files/history': history,
  'history/read': dayHistory(now),
  'settings/facts': settingsFacts,
  'app/contacts': askedHosts(now),
  'session/written-lines': written,
  'session/earlier-runs': earlierRuns(now),
  'session/preview-take-over': takeOverPreview,
  'config/excerpt': excerpt,
}

const pressing =
  (...names: readonly (string | RegExp)[]) =>
  async (hand: Hand): Promise<void> => {
    for (const name of names) await hand.press(name)
  }
const opening =
  (identity: string, ...names: readonly (string | RegExp)[]) =>
  async (hand: Hand): Promise<void> => {
    await hand.open(identity)
    await pressing(...names)(hand)
  }
const marking =
  (identity: string, ...names: readonly string[]) =>
  async (hand: Hand): Promise<void> => {
    await hand.row(identity, '', 'x')
    await pressing(...names)(hand)
  }
const from = (button: string) => ({ state: calm, way: pressing(button), back: { button } })

/** All that there is to see: another screen does not compile before it stands here. */
export const SWEEPS: Readonly<Record<Screen | Dialog, Sweep>> = {
  list: { state: every, way: (hand) => hand.row('corp-base', '', 'End'), back: null },
  problems: {
    state: panelState(calmDay(now), now, { configProblems: wrong }),
    way: pressing('Show'),
    back: { row: 'corp-base' },
  },
  trust: { state: askingForTrust(now), way: pressing('Review'), back: { row: 'corp-base' } },
  files: from('Your AWS files'),
  timeline: from('Timeline and history'),
  settings: from('Settings'),
  lasting: { state: chains(now), way: pressing('Will it last?'), back: { button: 'Will it last?' } },
  diagnostics: {
    state: calm,
    way: pressing('Keyboard help', 'Diagnostics'),
    back: { button: 'Keyboard help' },
  },
  empty: { state: panelState([], now), way: () => Promise.resolve(), back: null },
  help: from('Keyboard help'),
  sets: { state: teamState(now), way: pressing('Work on…'), back: { button: 'Work on…' } },
  'set editor': {
    state: teamState(now),
    way: pressing('Work on…', 'Edit shop'),
    back: { button: 'Work on…' },
  },
  'add to set': { state: teamState(now), way: marking('shop-dev', 'Add to set…'), back: { button: 'Add to set…' } },
  production: {
    state: cautious(now),
    way: (hand) => hand.row('shop-production', '', 'Enter'),
    back: { row: 'shop-production' },
  },
  selection: { state: calm, way: marking('sandbox'), back: { row: 'sandbox' } },
  details: {
    state: chains(now),
    way: opening('production-admin'),
    back: null,
  },
  failed: { state: every, way: opening('legacy-vault'), back: null },
  code: { state: every, way: opening('break-glass-user'), back: { row: 'break-glass-user' } },
  keys: { state: everyAsk(now), way: opening('ci-user'), back: { row: 'ci-user' } },
  'first write': { state: notOurs(now), way: opening('sandbox'), back: null },
  'take over': {
    state: notOurs(now),
    way: opening('staging-poweruser', /^Take over \[staging\]/),
    back: { row: 'staging-poweruser' },
  },
  banners: {
    state: {
      ...panelState(calmDay(now), now, {
        ...firstWrite(now).snapshot,
        checkup: { serious: 2 },
        fault: 'stopped',
        configProblems: wrong,
      }),
      trayShown: false,
    },
    way: () => Promise.resolve(),
    back: null,
  },
  filter: { state: calm, way: (hand) => hand.write('Filter identities', 'corp'), back: null },
}
