import type { Bridge } from '#bridge/contract'
import type { Problem } from '#core/base/problem'
import { askerOf } from './asking.ts'
import type { FaceStore, Name } from './store.ts'

/** Renews several one after the other, parents first: a child signs with what its parent has just got. */
export function lastingActions(bridge: Bridge, store: FaceStore) {
  const ask = askerOf(bridge, store)
  return {
    async renewInOrder(names: readonly Name[]) {
      store.setState({ renewing: true })
      const problems: Problem[] = []
      for (const name of names) {
        const outcome = await ask('session/refresh', { name, mfaCode: null }, name)
        if (!outcome.ok) problems.push(outcome.problem)
      }
      const good = names.length - problems.length
      const note = good === 1 ? 'Renewed one.' : `Renewed ${good}.`
      store.setState({ renewing: false, refused: problems[0] ?? null, note: good === 0 ? null : note })
    },
  }
}
