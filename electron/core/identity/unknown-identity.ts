import { didYouMean } from '../base/did-you-mean.ts'
import type { Problem } from '../base/problem.ts'

/** Of a name that no identity has, among those that there are. */
export function unknownIdentity(name: string, names: readonly string[]): Problem {
  const near = didYouMean(name, names)
  return {
    code: 'identity/unknown',
    message: `There is no identity named ${name}.`,
    hint: near === '' ? 'Look up its name in the list of identities, or add it to the configuration.' : near.trim(),
  }
}
