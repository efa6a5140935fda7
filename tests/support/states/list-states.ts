import { after, hours, minutes, type Instant } from '#core/base/time'
import { type ActivationSet, DEFAULT_SETTINGS, type Settings } from '#core/settings/settings'
import type { IdentityView } from '#core/snapshot/snapshot'
import type { WindowState } from '#bridge/contract'
import { identityName, liveFor, view } from './builders.ts'
import { calmDay, everyState, panelState } from './panel-states.ts'

/** A team's accounts: with tags, favourites and production. */
function team(now: Instant): readonly IdentityView[] {
  return [
    ...everyState(now).map((each) =>
      TAGS[each.name] === undefined
        ? each
        : { ...each, tags: TAGS[each.name] ?? [], isProduction: each.name === 'okta-prod' },
    ),
    view('shop-production', { account: '121212121212', tags: ['prod', 'shop'], isProduction: true, isFavourite: true }),
    view('shop-production-readonly-for-the-night-shift', {
      account: '121212121212',
      tags: ['prod', 'shop'],
      isProduction: true,
      state: liveFor(44, now),
      endsForSafetyAt: after(now, minutes(44)),
      nextRefreshAt: null,
    }),
    view('shop-dev', { account: '343434343434', tags: ['shop'], isFavourite: true }),
  ]
}

const TAGS: Readonly<Record<string, readonly string[]>> = {
  'corp-base': ['corp'],
  'staging-poweruser': ['shop'],
  'data-lake': ['data'],
  'okta-prod': ['prod'],
  archive: ['data'],
}

const SETS: readonly ActivationSet[] = [
  {
    name: 'shop',
    identities: ['staging-poweruser', 'shop-production', 'shop-dev'].map(identityName),
    hotkey: 'Ctrl+Alt+1',
  },
  { name: 'data', identities: ['data-lake', 'archive', 'gone'].map(identityName), hotkey: null },
]

export const teamState = (now: Instant, changes: Partial<Settings> = {}): WindowState =>
  panelState(team(now), now, { settings: { ...DEFAULT_SETTINGS, welcomed: true, sets: SETS, ...changes } })

/** Production ends by itself after an hour. */
export const cautious = (now: Instant): WindowState =>
  teamState(now, { production: { ...DEFAULT_SETTINGS.production, deactivateAfter: hours(1) } })

export const grouped = (now: Instant, groupBy: Settings['view']['groupBy']): WindowState =>
  teamState(now, { view: { groupBy } })

export const sevenOf = (now: Instant): WindowState =>
  panelState([...calmDay(now), ...team(now).slice(-2)].slice(0, 7), now)
