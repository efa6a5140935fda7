import type { Snapshot } from '../snapshot/snapshot.ts'

/** Whose names they are. */
export interface NamedIn {
  readonly snapshot: Snapshot
  readonly home: string
  /** That tell who asks them. */
  readonly hosts: readonly string[]
}

/**
 * The same text with a number in place of each name that belongs to the person: "identity-3" stays the same all through, so
 * that who reads it can still follow one.
 */
export function withoutNames(text: string, { snapshot, home, hosts }: NamedIn): string {
  const numbers = stand(snapshot, hosts)
  // The longest first, or a name would be taken out of the middle of another.
  const names = [...numbers.keys()].toSorted((a, b) => b.length - a.length).map(escaped)
  const named =
    names.length === 0
      ? text
      : text.replaceAll(
          new RegExp(`(?<![\\w-])(?:${names.join('|')})(?![\\w-])`, 'g'),
          (name) => numbers.get(name) ?? '',
        )
  return named
    .replaceAll(home === '' ? '\u0000' : home, '~')
    .replaceAll(/arn:aws[\w-]*:[^\s"',]+/g, '(arn)')
    .replaceAll(/(?<!\d)\d{12}(?!\d)/g, '(account)')
    .replaceAll(/(?:~|\/)(?:[\w.@+-]+\/)+[\w.@+-]+/g, '(path)')
}

function stand({ identities, settings }: Snapshot, hosts: readonly string[]): ReadonlyMap<string, string> {
  const all = new Map<string, string>()
  identities.forEach(({ name, profile, tags }, at) => {
    for (const tag of tags) all.set(tag, '(tag)')
    all.set(profile, `profile-${at + 1}`)
    all.set(name, `identity-${at + 1}`)
  })
  for (const { name } of settings.sets) all.set(name, '(set)')
  hosts.forEach((host, at) => all.set(host, `host-${at + 1}`))
  all.delete('')
  return all
}

const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
