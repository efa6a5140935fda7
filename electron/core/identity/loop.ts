import type { IdentityName } from './identity.ts'

/**
 * The loop that `start` is part of, beginning and ending with it: `a → b → a`. `null`: none. One that merely hangs on a
 * loop is not part of it.
 */
export function loopThrough(
  start: IdentityName,
  parentOf: (name: IdentityName) => IdentityName | null,
): readonly IdentityName[] | null {
  const path: IdentityName[] = [start]
  const seen = new Set<IdentityName>()
  for (let name = parentOf(start); name !== null && !seen.has(name); name = parentOf(name)) {
    path.push(name)
    if (name === start) return path
    seen.add(name)
  }
  return null
}
