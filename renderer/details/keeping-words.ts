import type { IdentityView } from '#core/snapshot/snapshot'
import type { Ask } from './ask-panel.tsx'

type Keeping = Extract<Ask, { readonly kind: 'keys' }>['keeping']

/** What becomes of keys that are typed now. */
export function keepingWords(keeping: Keeping): string {
  return keeping.kind === 'sealed'
    ? 'It is kept on this computer only, sealed by the system’s keychain.'
    : `It is kept in memory only, until Credtray quits. ${keeping.because}`
}

/** Where keys are that were typed before. */
export const keptWords = (kept: NonNullable<IdentityView['enteredKeys']>): string =>
  kept === 'sealed' ? 'entered here, sealed by the system’s keychain' : 'entered here, in memory until Credtray quits'
