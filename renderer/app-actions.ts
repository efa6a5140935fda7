import type { Bridge } from '#bridge/contract'
import type { Place } from '#core/base/problem'
import { OWN_FILE } from '#core/config/example'
import type { SnoozeSpan } from '#core/tray/tray-action'
import { askerOf, report } from './asking.ts'
import type { FaceStore } from './store.ts'

/** What a person can ask of the app as a whole. */
export function appActions(bridge: Bridge, store: FaceStore) {
  const ask = askerOf(bridge, store)
  return {
    async setPaused(paused: boolean) {
      const done = paused ? 'Paused. Nothing is renewed until you resume.' : 'Refreshing again.'
      report(store, await ask('app/set-paused', paused, ''), done)
    },
    async snooze(span: SnoozeSpan) {
      report(store, await ask('app/snooze', span, ''))
    },
    /** While keys are pressed to become a hotkey. Where main does not answer, those of other sets are heard as ever. */
    async holdHotkeys(isHeld: boolean) {
      await ask('hotkeys/hold', isHeld, '')
    },
    async quit() {
      report(store, await ask('app/quit', undefined, ''))
    },
    /** In the person's editor. `null`: the configuration at its beginning. */
    async openConfig(place: Place | null = null) {
      report(store, await ask('config/open', place, ''))
    },
    excerpt: (place: Place) => ask('config/excerpt', place, ''),
    contacts: () => ask('app/contacts', undefined, ''),
    settingsFacts: () => ask('settings/facts', undefined, ''),
    async chooseFolder() {
      const outcome = await ask('settings/choose-folder', undefined, '')
      if (!outcome.ok) return report(store, outcome)
      // Where it counts from the next start stands on the settings screen, with the button for it.
      if (outcome.value !== null) store.setState({ screen: 'settings' })
    },
    async copyExample() {
      report(
        store,
        await ask('app/copy-example', undefined, ''),
        `Copied. Paste it into ${OWN_FILE}, then start Credtray again.`,
      )
    },
    async restart() {
      report(store, await ask('app/restart', undefined, ''))
    },
    diagnostics: (names: boolean) => ask('app/diagnose', { names, copy: false }, ''),
    async copyDiagnostics(names: boolean) {
      report(store, await ask('app/diagnose', { names, copy: true }, ''), 'Copied the diagnostics.')
    },
    history: () => ask('history/read', undefined, ''),
    async hideWindow() {
      report(store, await ask('app/hide-window', undefined, ''))
    },
  }
}
