import { didYouMean } from '../base/did-you-mean.ts'
import type { Problem } from '../base/problem.ts'
import type { IdentityName, ProfileName } from '../identity/identity.ts'
import { profileName } from '../identity/names.ts'
import type { Entry } from './entry.ts'
import type { Notes } from './notes.ts'
import { derivedProfile, isDefault, isProfileName } from './profile-name.ts'
import type { ChosenProfile } from './credtray-block.ts'

export interface Profiles {
  /** The profile an entry is written to, and what is wrong with it. */
  of(entry: Entry): { readonly profile: ProfileName; readonly problem: Problem | null }
  /** The same profile twice, for the second one. */
  clash(entry: Entry, first: IdentityName): Problem
  /** What stands under `credtray.profiles` and belongs to nobody. */
  readonly strays: readonly Problem[]
}

export function profilesOf(chosen: readonly ChosenProfile[], entries: readonly Entry[], notes: Notes): Profiles {
  const byIdentity = new Map(chosen.map((one) => [one.identity.toLowerCase(), one]))
  const names = entries.map(({ name }) => name)
  const known = new Set(names.map((name) => name.toLowerCase()))
  const chosenFor = (entry: Entry): ChosenProfile | undefined => byIdentity.get(entry.name.toLowerCase())
  return {
    of(entry) {
      const choice = chosenFor(entry)
      if (choice === undefined) return { profile: derived(entry, notes), problem: null }
      if (isProfileName(choice.profile)) return { profile: profileName(choice.profile), problem: null }
      return { profile: derivedProfile(entry.name), problem: badName(entry, choice) }
    },
    clash: (entry, first) => clash(entry, first, chosenFor(entry)),
    strays: chosen.filter(({ identity }) => !known.has(identity.toLowerCase())).map((one) => stray(one, names)),
  }
}

function derived({ name, where }: Entry, notes: Notes): ProfileName {
  if (isDefault(name)) notes.add({ topic: 'default-profile', name, where })
  return derivedProfile(name)
}

function clash(entry: Entry, first: IdentityName, choice: ChosenProfile | undefined): Problem {
  return {
    code: 'config/duplicate-profile',
    message: `"${entry.name}" would be written to the same profile as "${first}".`,
    hint: `Give it a profile of its own: "credtray: { profiles: { ${entry.name}: another-name } }".`,
    where: choice?.where ?? entry.where,
  }
}

const badName = ({ name }: Entry, { where }: ChosenProfile): Problem => ({
  code: 'config/bad-profile-name',
  message: `The profile chosen for "${name}" has a name that not every tool can read.`,
  hint: 'Use 1 to 128 letters, digits and any of _./%@:+- (and not DEFAULT).',
  where,
})

const stray = ({ identity, where }: ChosenProfile, names: readonly string[]): Problem => ({
  code: 'identity/unknown',
  message: `credtray.profiles names "${identity}", which is no identity of this file.`,
  hint: `${didYouMean(identity, names)} Correct the name, or delete the line.`.trimStart(),
  where,
})
