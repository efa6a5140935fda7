/** So many are named; the rest is counted. */
const NAMED = 5

/** What "remove all keys" is about to do. */
export function removalQuestion(profiles: readonly string[], file: string): string {
  const rest = 'Every session that Credtray holds is forgotten. Tools that use these keys fail at once.'
  if (profiles.length === 0) return `No identity is active. Whatever is left of Credtray in ${file} goes. ${rest}`
  const named = profiles.slice(0, NAMED).join(', ')
  if (profiles.length === 1) return `${named} loses its keys in ${file} and is deactivated. ${rest}`
  const more = profiles.length > NAMED ? ` and ${profiles.length - NAMED} more` : ''
  return `${named}${more} lose their keys in ${file} and are deactivated. ${rest}`
}
