import { ProblemError } from '#core/base/problem'
import type { IdentityName } from '#core/identity/identity'
import { isActiveState, type IdentityView } from '#core/snapshot/snapshot'
import { viewNamed } from '#core/snapshot/view-named'
import type { Engine } from '#engine/engine'
import type { SettingsStore } from '#host/own-data/settings-file'

/** Several identities by one click, and what is asked before production. */
export interface SetOrders {
  /**
   * Activates what the set names and is not active, by a hotkey over any other program: production is asked about in
   * the window. Where one fails, its own row says why, and the others go on.
   */
  activateSetUnseen(set: string): Promise<void>
  /** One click in the tray: production is asked about in the window. */
  activateUnseen(name: IdentityName): Promise<void>
}

export interface SetParts {
  readonly engine: Engine
  readonly settings: Pick<SettingsStore, 'current'>
  /** Opens the window with the question whether these are to be activated. */
  readonly confirm: (names: readonly IdentityName[]) => void
}

export function createSetOrders({ engine, settings, confirm }: SetParts): SetOrders {
  /** Parents are shared and a device is asked for one code: the engine sees to that where all begin at once. */
  const activateAll = async (views: readonly IdentityView[]): Promise<void> => {
    await Promise.allSettled(views.map(({ name }) => engine.activate(name)))
  }
  const sleepersOf = (name: string): readonly IdentityView[] => {
    const set = settings.current().sets.find((each) => each.name === name)
    if (set === undefined) throw new ProblemError(unknownSet(name))
    const { identities } = engine.snapshot()
    return identities.filter((view) => set.identities.includes(view.name) && isSleeping(view))
  }

  const askFirst = async (views: readonly IdentityView[]): Promise<void> => {
    const production = views.filter(({ isProduction }) => isProduction)
    if (production.length > 0) confirm(production.map(({ name }) => name))
    await activateAll(views.filter(({ isProduction }) => !isProduction))
  }

  return {
    activateSetUnseen: async (set) => askFirst(sleepersOf(set)),
    async activateUnseen(name) {
      const view = viewNamed(engine.snapshot(), name)
      if (view?.isProduction === true && isSleeping(view)) return confirm([name])
      await engine.activate(name)
    },
  }
}

const isSleeping = ({ state }: IdentityView): boolean => !isActiveState(state) && state.kind !== 'not-handled'

const unknownSet = (name: string) =>
  ({
    code: 'action/unknown-set',
    message: `There is no set named ${name}.`,
    hint: 'Look at the sets in the window.',
  }) as const
