import type { IdentityName } from '#core/identity/identity'
import { identityOfLink } from '#core/identity/link'
import type { Snapshot } from '#core/snapshot/snapshot'

export interface LinkParts {
  readonly snapshot: () => Snapshot
  readonly show: (pick: IdentityName) => void
  readonly say: (line: string) => void
}

/** Does what a link may do: shows the window at an identity of the person's. Its text is not told on, as anybody may write it. */
export function followLink(link: string, { snapshot, show, say }: LinkParts): void {
  const name = identityOfLink(link)
  if (name === null) return say('A credtray: link was passed over: it is not of the form credtray://identity/NAME.')
  if (!snapshot().identities.some((each) => each.name === name))
    return say('A credtray: link was passed over: there is no identity of that name.')
  show(name)
}
