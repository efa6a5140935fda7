import { WINNING_VARIABLES } from '../credentials/winning-variables.ts'
import type { TerminalWish } from './terminal-wish.ts'

/** These win over AWS_PROFILE in one tool or another, so a terminal for a profile has none of them. */
const WINNERS = [
  ...WINNING_VARIABLES,
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
] as const

/** The variables of the shell in the terminal. `undefined`: none of that name. No keys. */
export function terminalVariables(wish: Told): Readonly<Record<string, string | undefined>> {
  const without = Object.fromEntries(WINNERS.map((name) => [name, undefined]))
  return { ...without, ...Object.fromEntries(setVariables(wish)) }
}

type Told = Pick<TerminalWish, 'profile' | 'region' | 'files'>

/** Those that are set, with their values. */
export function setVariables({ profile, region, files }: Told): readonly (readonly [name: string, value: string])[] {
  const all = [
    ['AWS_PROFILE', profile],
    // botocore reads the second one only, most others the first.
    ['AWS_REGION', region],
    ['AWS_DEFAULT_REGION', region],
    ['AWS_SHARED_CREDENTIALS_FILE', files.credentials],
    ['AWS_CONFIG_FILE', files.config],
  ] as const
  return all.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
}

/** Those that have to go, by name. */
export const goneVariables = (wish: Told): readonly string[] =>
  Object.entries(terminalVariables(wish)).flatMap(([name, value]) => (value === undefined ? [name] : []))
