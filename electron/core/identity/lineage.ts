import type { CredentialSource, Identity, IdentityName } from './identity.ts'

/**
 * How an identity's keys are obtained, up to the root of its chain, in one text: where two are equal, a session of the
 * one is a session of the other. Secrets are not in it.
 */
export function lineageOf({ source }: Identity, find: (name: IdentityName) => Identity | null): string {
  const sources: CredentialSource[] = [source]
  const seen = new Set<IdentityName>()
  let link: CredentialSource | undefined = source
  while (link?.kind === 'assume-role' && !seen.has(link.from)) {
    seen.add(link.from)
    link = find(link.from)?.source
    if (link !== undefined) sources.push(link)
  }
  return sources.map((each) => JSON.stringify(each)).join('\n')
}
