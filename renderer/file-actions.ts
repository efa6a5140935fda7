import type { Bridge } from '#bridge/contract'
import type { ProfileName } from '#core/identity/identity'
import { askerOf, report } from './asking.ts'
import type { FaceStore, Name } from './store.ts'

/** What a person can ask about their AWS files. What is looked at answers with an Outcome, for its place to show. */
export function fileActions(bridge: Bridge, store: FaceStore) {
  const ask = askerOf(bridge, store)
  return {
    writtenLines: (name: Name) => ask('session/written-lines', name, name),
    earlierRuns: (name: Name) => ask('session/earlier-runs', name, name),
    previewTakeOver: (name: Name) => ask('session/preview-take-over', name, name),
    async takeOver(name: Name) {
      report(store, await ask('session/take-over', name, name))
    },
    async approveFirstWrite() {
      report(store, await ask('files/approve-first-write', undefined, ''))
    },
    fileHistory: () => ask('files/history', undefined, ''),
    /** Answers whether it was taken back. */
    async undo(profile: ProfileName): Promise<boolean> {
      const outcome = await ask('files/undo', profile, profile)
      report(store, outcome, `[${profile}] is as it was before Credtray.`)
      return outcome.ok
    },
    examine: () => ask('doctor/run', undefined, ''),
    removeAllKeys: () => ask('app/panic', undefined, ''),
  }
}
