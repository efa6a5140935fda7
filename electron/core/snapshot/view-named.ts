import type { IdentityView, Snapshot } from './snapshot.ts'

/** The identity of this name. `null`: the configuration has none now. */
export const viewNamed = ({ identities }: Pick<Snapshot, 'identities'>, name: string): IdentityView | null =>
  identities.find((view) => view.name === name) ?? null
