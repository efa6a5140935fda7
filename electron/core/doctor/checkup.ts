import type { Examination, FindingCode } from './finding.ts'

/** What the check-up comes to in a word: how many findings make tools fail or use other keys than one thinks. */
export interface Checkup {
  readonly serious: number
}

/** The others are worth a line in the check-up, and no banner: a loose mode has been so for years. */
const SERIOUS: ReadonlySet<FindingCode> = new Set([
  'UNREADABLE',
  'DUPLICATE_SECTION',
  'DUPLICATE_KEY',
  'BOM',
  'NOT_UTF8',
  'MALFORMED_LINE',
  'OLD_TOKEN',
  'SHADOWED_BY_STATIC_KEYS',
  'CLOCK_OFF',
])

export const checkupOf = ({ findings }: Examination): Checkup => ({
  serious: findings.filter(({ code }) => SERIOUS.has(code)).length,
})

/** "2 things in your AWS files keep tools from working right". */
export const checkupWords = ({ serious }: Checkup): string =>
  serious === 1
    ? 'One thing in your AWS files keeps tools from working right'
    : `${serious} things in your AWS files keep tools from working right`
