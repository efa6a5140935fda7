import type { Bridge } from '#bridge/contract'
import { profileName } from '#core/identity/names'
import { askerOf, report } from './asking.ts'
import type { FaceStore, Name } from './store.ts'

/** Which name the profile of an identity has, kept in Credtray's own settings. */
export function profileActions(bridge: Bridge, store: FaceStore) {
  const ask = askerOf(bridge, store)
  return {
    /** `null`: as the configuration says. Answers whether it was kept. */
    async renameProfile(name: Name, profile: string | null): Promise<boolean> {
      const { [name]: _old, ...others } = store.getState().state?.snapshot.settings.profiles ?? {}
      const profiles = profile === null ? others : { ...others, [name]: profileName(profile) }
      const outcome = await ask('settings/change', { profiles }, '')
      report(
        store,
        outcome,
        profile === null ? `${name} writes where the YAML says.` : `${name} writes to [${profile}].`,
      )
      return outcome.ok
    },
  }
}
