import type { Bridge } from '#bridge/contract'
import type { SettingsPatch } from '#core/settings/decode'
import type { ActivationSet, GroupBy, Settings } from '#core/settings/settings'
import type { IdentityView } from '#core/snapshot/snapshot'
import { askerOf, report } from './asking.ts'
import type { FaceStore, Name } from './store.ts'

/** What a person chooses here and finds again the next time. */
export function settingsActions(bridge: Bridge, store: FaceStore) {
  const ask = askerOf(bridge, store)
  /** What is on its way to main: the next choice builds on it, although main has not told of it yet. */
  let underway: SettingsPatch = {}
  let count = 0

  const chosen = (): Settings | null => {
    const settings = store.getState().state?.snapshot.settings
    return settings === undefined ? null : Object.assign({}, settings, underway)
  }
  const change = async (patch: SettingsPatch, note: string | null): Promise<void> => {
    underway = { ...underway, ...patch }
    count += 1
    report(store, await ask('settings/change', patch, ''), note)
    count -= 1
    if (count === 0) underway = {}
  }

  return {
    changeSettings: (patch: SettingsPatch) => change(patch, null),
    async setFavourites(views: readonly IdentityView[], wanted: boolean) {
      const before = chosen()?.favourites ?? []
      const names = new Set(views.map(({ name }) => name))
      const kept = before.filter((name) => !names.has(name))
      await change({ favourites: wanted ? [...kept, ...names] : kept }, favouriteNote([...names], wanted))
    },
    async setGroupBy(groupBy: GroupBy) {
      await change({ view: { groupBy } }, GROUP_NOTES[groupBy])
    },
    async changeSets(update: (sets: readonly ActivationSet[]) => readonly ActivationSet[], note: string) {
      await change({ sets: update(chosen()?.sets ?? []) }, note)
    },
  }
}

function favouriteNote(names: readonly Name[], wanted: boolean): string {
  const who = names.length === 1 ? names[0] : `${names.length} identities`
  return wanted ? `${who} ${names.length === 1 ? 'is a favourite' : 'are favourites'}.` : `${who} no longer favourite.`
}

const GROUP_NOTES: Readonly<Record<GroupBy, string>> = {
  none: 'Not grouped.',
  account: 'Grouped by account.',
  root: 'Grouped by root: where the keys begin.',
  tag: 'Grouped by tag.',
}
