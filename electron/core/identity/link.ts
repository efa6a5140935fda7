import type { IdentityName } from './identity.ts'
import { identityName } from './names.ts'

/** The scheme of links that other programs, or a page in a browser, may open. */
export const LINK_SCHEME = 'credtray'

/** Far longer than any name; a page may send what it likes. */
const MOST_CHARACTERS = 1_000

/**
 * The identity that `credtray://identity/NAME` points at, the name percent-encoded. A link can say nothing else: it comes
 * from anywhere, so it may select and never act.
 * @returns `null`: no such link
 */
export function identityOfLink(link: string): IdentityName | null {
  if (link.length > MOST_CHARACTERS) return null
  const encoded = SHAPE.exec(link)?.[1]
  if (encoded === undefined) return null
  const name = decoded(encoded)
  return name === null || CONTROLS.test(name) ? null : identityName(name)
}

/** Browsers put a slash behind what looks like a host to them. */
const SHAPE = new RegExp(`^${LINK_SCHEME}://identity/([^/?#]+)/?$`)

/** Nobody's identity has them in its name: C0, C1, and what turns the direction of text. */
const CONTROLS = /[\p{Cc}\p{Cf}]/u

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null // no UTF-8
  }
}
