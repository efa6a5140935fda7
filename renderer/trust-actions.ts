import type { Bridge } from '#bridge/contract'
import { askerOf, report } from './asking.ts'
import type { FaceStore } from './store.ts'

/** What a person answers when they are asked what may run as them. */
export function trustActions(bridge: Bridge, store: FaceStore) {
  const ask = askerOf(bridge, store)
  return {
    async approveTrust(digest: string) {
      const views = store.getState().state?.snapshot.identities ?? []
      const isAwaited = views.some(({ state }) => state.kind === 'waiting-for-trust' && state.isActive)
      const next = isAwaited ? 'What waited for it goes on.' : 'Now activate what you work with.'
      const outcome = await ask('trust/approve', digest, '')
      report(store, outcome, `Approved. ${next}`)
      if (outcome.ok) store.setState({ screen: 'list' })
    },
  }
}
