import { availableParallelism, homedir } from 'node:os'

/** Variables as Node hands them out. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The person's machine, as far as paths and programs depend on it. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Environment
  readonly home: string
}

export const thisMachine = (): Machine => ({ platform: process.platform, env: process.env, home: homedir() })

/** How many helpers run at the same time, unless the person chose a number. */
export const usualHelpersAtOnce = (): number => 2 * availableParallelism()
