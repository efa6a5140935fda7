import type { IdentityName, ProfileName } from './identity.ts'

/** Marks text that was read from the place where such names stand. Only the edge does this. */
export const identityName = (text: string): IdentityName => text as IdentityName
export const profileName = (text: string): ProfileName => text as ProfileName
