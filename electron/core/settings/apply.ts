import type { Config } from '../config/config.ts'
import type { Identity } from '../identity/identity.ts'
import type { Settings } from './settings.ts'

/** The configuration as the person's choices make it. Choices that name nobody wait for their identity. */
export function applySettings(config: Config, settings: Settings): Config {
  return {
    ...config,
    identities: withProfiles(config.identities, settings.profiles).map((identity) => withLead(identity, settings)),
    notify: {
      before: settings.notify.before ?? config.notify.before,
      quiet: settings.notify.quiet ?? config.notify.quiet,
    },
  }
}

/** A choice that would write two identities to one profile is passed over: the one that has it keeps it. */
function withProfiles(identities: readonly Identity[], chosen: Settings['profiles']): readonly Identity[] {
  const wishes = identities.map((identity) => ({ identity, profile: wishOf(identity, chosen) }))
  const taken = new Set(wishes.flatMap(({ identity, profile }) => (profile === null ? [identity.profile] : [])))
  return wishes.map(({ identity, profile }) => {
    if (profile === null || taken.has(profile)) return identity
    taken.add(profile)
    return { ...identity, profile }
  })
}

function wishOf({ name, profile }: Identity, chosen: Settings['profiles']) {
  const wish = Object.hasOwn(chosen, name) ? chosen[name] : undefined
  return wish === undefined || wish === profile ? null : wish
}

function withLead(identity: Identity, { lead }: Settings): Identity {
  return lead === null ? identity : { ...identity, refresh: { ...identity.refresh, lead } }
}
