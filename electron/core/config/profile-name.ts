import type { IdentityName, ProfileName } from '../identity/identity.ts'
import { profileName } from '../identity/names.ts'

/** The profile of an identity for which the person chose none: its name, made fit for every tool that reads the file. */
export function derivedProfile(name: IdentityName): ProfileName {
  const text = name.replaceAll(/[^A-Za-z0-9_./%@:+-]/g, '-').slice(0, LONGEST)
  const isTaken = text === '' || text === '__proto__' || isDefault(name)
  return profileName(isTaken ? `credtray-${text}`.slice(0, LONGEST) : text)
}

/** Whether a person may choose this name. `default` counts; `DEFAULT` would leak into every profile of the AWS CLI. */
export function isProfileName(text: string): boolean {
  return /^[A-Za-z0-9_./%@:+-]{1,128}$/.test(text) && text !== 'DEFAULT' && text !== '__proto__'
}

/** The profile that every tool falls back to. It is written only when the person says so in as many words. */
export const isDefault = (name: string): boolean => name.toLowerCase() === 'default'

const LONGEST = 128
