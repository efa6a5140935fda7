import { parseArgs } from 'node:util'
import { type Where, whereOf } from './where.ts'

/** How the app itself is started. */
export interface AppOrder {
  readonly hidden: boolean
  readonly where: Where
}

/** The app's own arguments. Switches of Chromium and of a debugger may stand among them, so strangers are passed over. */
export function appOrder(args: readonly string[]): AppOrder {
  const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: false, allowPositionals: true })
  return { hidden: values.hidden === true, where: whereOf(values) }
}

const OPTIONS = {
  hidden: { type: 'boolean' },
  config: { type: 'string' },
  folder: { type: 'string' },
  'data-dir': { type: 'string' },
} as const
