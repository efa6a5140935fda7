import type { Bridge, Outcome, Requests } from '#bridge/contract'
import type { Problem } from '#core/base/problem'
import type { Instant } from '#core/base/time'
import { isActiveState, type IdentityView } from '#core/snapshot/snapshot'
import { appActions } from './app-actions.ts'
import { askerOf, report } from './asking.ts'
import { faceActions } from './face-actions.ts'
import { fileActions } from './file-actions.ts'
import { lastingActions } from './lasting-actions.ts'
import { ASKED, manyActions } from './many-actions.ts'
import { profileActions } from './profile-actions.ts'
import { selectionActions } from './selection-actions.ts'
import { settingsActions } from './settings-actions.ts'
import { openActions } from './open-actions.ts'
import type { FaceStore, Name } from './store.ts'
import { trustActions } from './trust-actions.ts'

export type Actions = ReturnType<typeof createActions>

/** Everything a person can do here. Each request ends in silence, in a note, or in a problem card. */
export function createActions(bridge: Bridge, store: FaceStore) {
  const ask = askerOf(bridge, store)
  const face = faceActions(store)
  const many = manyActions(bridge, store, face.show)
  /** What only a person can answer is asked in its place. A card that says so as well would be in the way. */
  const reportOf = (name: Name, outcome: Outcome<unknown>) =>
    !outcome.ok && ASKED.has(outcome.problem.code) ? face.show(name) : report(store, outcome)

  return {
    ...face,
    ...fileActions(bridge, store),
    ...appActions(bridge, store),
    ...settingsActions(bridge, store),
    ...profileActions(bridge, store),
    ...lastingActions(bridge, store),
    ...selectionActions(store),
    ...openActions(bridge, store),
    ...trustActions(bridge, store),
    ...many,
    toggle: (view: IdentityView) => (isActiveState(view.state) ? many.deactivate([view]) : many.activate([view])),
    async refresh(name: Name) {
      reportOf(name, await ask('session/refresh', { name, mfaCode: null }, name))
    },
    /** Answers with what was wrong, for the field to show; `null`: accepted. */
    async sendCode(name: Name, mfaCode: string): Promise<Problem | null> {
      const outcome = await ask('session/refresh', { name, mfaCode }, name)
      return outcome.ok ? null : outcome.problem
    },
    async copyRun(name: Name, startedAt: Instant) {
      report(
        store,
        await ask('session/copy-run', { name, startedAt }, name),
        'Copied the run. Secrets are hidden in it.',
      )
    },
    async tryOut(name: Name) {
      report(store, await ask('session/try', name, name))
    },
    async endTrial(name: Name) {
      report(store, await ask('session/end-trial', name, name))
    },
    async cancel(name: Name) {
      report(store, await ask('session/cancel', name, name))
    },
    /** Answers with what is wrong with them, for the form to show; `null`: AWS took them, or asks for a code next. */
    async enterKeys(keys: Requests['user/enter-keys']['input']): Promise<Problem | null> {
      const outcome = await ask('user/enter-keys', keys, keys.name)
      return outcome.ok ? null : outcome.problem
    },
    async forgetKeys(name: Name) {
      report(store, await ask('user/forget-keys', name, name), `The access key of ${name} is forgotten.`)
    },
  }
}
