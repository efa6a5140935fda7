import type { Problem } from '../base/problem.ts'
import type { Config } from '../config/config.ts'
import { chainOf, finderIn } from '../identity/chain.ts'
import type { Identity, IdentityName } from '../identity/identity.ts'
import { sourceLabel } from '../identity/source-label.ts'
import type { Verdict } from './judge.ts'
import type { Run } from './run.ts'
import { trustNeeded } from './trust-needed.ts'

/**
 * The configuration without what nobody has approved: such an identity has no command any more that anyone could run by
 * mistake, and whoever hangs on it waits with it.
 */
export function gate(config: Config, commands: readonly Run[], verdict: Verdict): Config {
  const unapproved = new Map<IdentityName, Run>()
  for (const run of commands) if (run.identity !== null && !verdict.isApproved(run)) unapproved.set(run.identity, run)
  if (unapproved.size === 0) return config
  const find = finderIn(config.identities)
  const gated = (identity: Identity): Identity => {
    const run = chainOf(identity, find)
      .map(({ name }) => unapproved.get(name))
      .find((one) => one !== undefined)
    if (run === undefined || isBroken(identity)) return identity
    const because = waiting(identity.name, run, verdict.refusalOf(run))
    return { ...identity, source: { kind: 'unusable', because, label: sourceLabel(identity.source) } }
  }
  return { ...config, identities: config.identities.map(gated) }
}

/** The same state, and the way out that helps. */
function waiting(name: IdentityName, { where, kind }: Run, refusal: Problem | null): Problem {
  const needed = trustNeeded(name, where, kind)
  return refusal === null
    ? needed
    : { ...needed, message: `"${name}" is not run. ${refusal.message}`, hint: refusal.hint }
}

/** What is wrong with it stays wrong whoever approves it. */
const isBroken = ({ source }: Identity): boolean =>
  source.kind === 'unusable' &&
  source.because.code !== 'trust/needed' &&
  source.because.code !== 'config/unusable-parent'
