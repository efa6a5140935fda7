import type { Identity } from '../identity/identity.ts'
import type { ProductionRule } from './settings.ts'

/** Whether the person's rule calls this identity production: by a tag, or by a pattern for its name or profile. */
export function isProduction(
  { name, profile, tags }: Pick<Identity, 'name' | 'profile' | 'tags'>,
  rule: ProductionRule,
): boolean {
  const wanted = new Set(rule.tags.map((tag) => tag.toLowerCase()))
  if (tags.some((tag) => wanted.has(tag.toLowerCase()))) return true
  return rule.patterns.some((pattern) => fits(pattern, name) || fits(pattern, profile))
}

/** `*` stands for any text, everything else for itself. Walks both once, so no pattern can make it slow. */
function fits(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*')
  const lower = text.toLowerCase()
  if (!lower.startsWith(first)) return false
  const last = rest.pop()
  if (last === undefined) return lower === first
  let at = first.length
  for (const part of rest) {
    const found = lower.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return lower.length - last.length >= at && lower.endsWith(last)
}
