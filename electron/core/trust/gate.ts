import type { Config } from '../config/config.ts'
import { identityGraph } from '../identity/graph.ts'
import type { Identity, IdentityName } from '../identity/identity.ts'
import type { Run } from './run.ts'
import { trustNeeded } from './trust-needed.ts'

/**
 * The configuration without what nobody has approved: such an identity has no command any more that anyone could run by
 * mistake, and whoever hangs on it waits with it.
 */
export function gate(config: Config, commands: readonly Run[], isApproved: (run: Run) => boolean): Config {
  const waiting = new Map<IdentityName, Run>()
  for (const run of commands) if (run.identity !== null && !isApproved(run)) waiting.set(run.identity, run)
  if (waiting.size === 0) return config
  const graph = identityGraph(config.identities)
  const gated = (identity: Identity): Identity => {
    const run = graph
      .chainOf(identity.name)
      .map(({ name }) => waiting.get(name))
      .find((one) => one !== undefined)
    if (run === undefined) return identity
    return { ...identity, source: { kind: 'unusable', because: trustNeeded(identity.name, run.where) } }
  }
  return { ...config, identities: config.identities.map(gated) }
}
