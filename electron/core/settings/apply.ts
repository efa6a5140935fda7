import type { Problem } from '../base/problem.ts'
import type { Config } from '../config/config.ts'
import type { Identity, IdentityName, ProfileName } from '../identity/identity.ts'
import { passedOver } from './passed-over.ts'
import type { Settings } from './settings.ts'

/** The configuration as the person's choices make it. Choices that name nobody wait for their identity. */
export function applySettings(config: Config, settings: Settings): Config {
  const { identities, notes } = withProfiles(config.identities, settings.profiles)
  return {
    ...config,
    identities: identities.map((identity) => withLead(identity, settings)),
    notify: {
      before: settings.notify.before ?? config.notify.before,
      quiet: settings.notify.quiet ?? config.notify.quiet,
    },
    notes: [...config.notes, ...notes],
  }
}

interface Renamed {
  readonly identities: readonly Identity[]
  /** What was chosen and is not done. */
  readonly notes: readonly Problem[]
}

/** A choice that would write two identities to one profile is passed over: the one that has it keeps it. */
function withProfiles(identities: readonly Identity[], chosen: Settings['profiles']): Renamed {
  const wishes = identities.map((identity) => ({ identity, wish: wishOf(identity, chosen) }))
  const { holders, refused } = shared(wishes)
  const notes = wishes.flatMap(({ identity: { name, profile }, wish }) => {
    const holder = wish === null ? undefined : holders.get(wish)
    return wish === null || holder === undefined || holder === name ? [] : [passedOver({ name, profile, wish, holder })]
  })
  const renamed = wishes.map(({ identity, wish }): Identity => {
    return wish === null || refused.has(identity.name) ? identity : { ...identity, profile: wish }
  })
  return { identities: renamed, notes }
}

interface Wish {
  readonly identity: Identity
  /** `null`: it stays as it is. */
  readonly wish: ProfileName | null
}

/** Who is passed over keeps its own name, which may be the wish of another: so it is looked at until nobody is any more. */
function shared(wishes: readonly Wish[]) {
  const refused = new Set<IdentityName>()
  for (;;) {
    const stays = ({ identity, wish }: Wish): boolean => wish === null || refused.has(identity.name)
    const holders = new Map(wishes.filter(stays).map(({ identity }) => [identity.profile, identity.name]))
    const before = refused.size
    for (const { identity, wish } of wishes.filter((one) => !stays(one))) {
      if (wish !== null && !holders.has(wish)) holders.set(wish, identity.name)
      else refused.add(identity.name)
    }
    if (refused.size === before) return { holders, refused }
  }
}

function wishOf({ name, profile }: Identity, chosen: Settings['profiles']) {
  const wish = Object.hasOwn(chosen, name) ? chosen[name] : undefined
  return wish === undefined || wish === profile ? null : wish
}

function withLead(identity: Identity, { lead }: Settings): Identity {
  return lead === null ? identity : { ...identity, refresh: { ...identity.refresh, lead } }
}
