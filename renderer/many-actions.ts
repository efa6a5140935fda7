import type { Bridge, Outcome } from '#bridge/contract'
import type { Problem } from '#core/base/problem'
import type { IdentityView } from '#core/snapshot/snapshot'
import { askerOf, report } from './asking.ts'
import { renews, subjectsOf } from './identities/selection.ts'
import type { FaceStore, Name } from './store.ts'

/** What is asked in its place, in the details: a card that says so as well would be in the way. */
export const ASKED: ReadonlySet<Problem['code']> = new Set(['session/needs-person', 'trust/needed'])

/** What a person can ask for several identities at once. One of them is the smallest several. */
export function manyActions(bridge: Bridge, store: FaceStore, show: (name: Name) => void) {
  const ask = askerOf(bridge, store)
  type Verb = 'session/activate' | 'session/deactivate' | 'session/refresh'
  const order = (verb: Verb, name: Name): Promise<Outcome<void>> =>
    verb === 'session/refresh' ? ask(verb, { name, mfaCode: null }, name) : ask(verb, name, name)

  const orderAll = async (verb: Verb, names: readonly Name[]): Promise<void> => {
    const outcomes = await Promise.all(names.map((name) => order(verb, name)))
    const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.problem]))
    const [single] = names
    if (names.length === 1 && single !== undefined && problems.some(({ code }) => ASKED.has(code))) return show(single)
    const refused = problems.filter(({ code }) => !ASKED.has(code))
    const [first] = refused
    if (first !== undefined) return report(store, { ok: false, problem: withOthers(first, refused.length - 1) })
    if (names.length > 1)
      store.setState({ note: `${DONE[verb]} ${names.length - problems.length} of ${names.length}.` })
  }
  const activateNow = (names: readonly Name[]) => orderAll('session/activate', names)

  return {
    /** Activates those that are not active; asks first where production is among them. */
    async activate(views: readonly IdentityView[]) {
      const wanted = subjectsOf(views).toActivate
      const names = wanted.map(({ name }) => name)
      if (wanted.some(({ isProduction }) => isProduction)) return store.setState({ question: names })
      await activateNow(names)
    },
    /** The answer to the question on production is yes. */
    async activateProduction() {
      const names = store.getState().question ?? []
      store.setState(({ moves }) => ({ question: null, moves: moves + 1 }))
      await activateNow(names)
    },
    async deactivate(views: readonly IdentityView[]) {
      const names = subjectsOf(views).toDeactivate.map(({ name }) => name)
      await orderAll('session/deactivate', names)
    },
    async refreshAll(views: readonly IdentityView[]) {
      const names = views.filter(renews).map(({ name }) => name)
      await orderAll('session/refresh', names)
    },
  }
}

const DONE = {
  'session/activate': 'Activated',
  'session/deactivate': 'Deactivated',
  'session/refresh': 'Refreshed',
} as const

function withOthers(problem: Problem, others: number): Problem {
  if (others === 0) return problem
  const more = others === 1 ? 'One more was refused as well.' : `${others} more were refused as well.`
  return { ...problem, message: `${problem.message} ${more}` }
}
