import { parseArgs } from 'node:util'
import { LINK_SCHEME } from '#core/identity/link'
import { type Where, whereOf } from '../where.ts'

/** How the app itself is started. */
export interface AppOrder {
  readonly hidden: boolean
  /** What a browser or another program wants to be opened; nothing says that it is a good one. `null`: nothing. */
  readonly link: string | null
  readonly where: Where
}

/** The app's own arguments. Switches of Chromium and of a debugger may stand among them, so strangers are passed over. */
export function appOrder(args: readonly string[]): AppOrder {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
  })
  const link = positionals.find((word) => word.startsWith(`${LINK_SCHEME}:`)) ?? null
  return { hidden: values.hidden === true, link, where: whereOf(values) }
}

const OPTIONS = {
  hidden: { type: 'boolean' },
  config: { type: 'string' },
  folder: { type: 'string' },
  'data-dir': { type: 'string' },
} as const
