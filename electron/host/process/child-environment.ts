import { outsideExec } from '#core/command/exec-environment'
import type { Environment } from '../this-machine.ts'

/** Atmos's guard against an identity whose command runs Atmos for the same identity: those in flight, by commas. */
const CHAIN_VARIABLE = 'ATMOS_AUTH_CREDENTIAL_PROCESS_CHAIN'

/**
 * What a helper gets to see: all of ours, less what steers Electron and Node. A stray ELECTRON_RUN_AS_NODE would turn
 * an Electron-based helper into a plain Node. And less the endpoint of a `credtray exec` around us: its keys are another
 * identity's.
 */
export function childEnvironment(env: Environment, identity: string | null): Record<string, string> {
  const passed: Record<string, string> = {}
  for (const [name, value] of Object.entries(outsideExec(env))) {
    if (value !== undefined && !/^(?:ELECTRON_.*|NODE_OPTIONS)$/i.test(name)) passed[name] = value
  }
  if (identity !== null) passed[CHAIN_VARIABLE] = [...identitiesInFlight(env), identity].join(',')
  return passed
}

/** The identities whose commands are running above us. */
export function identitiesInFlight(env: Environment): readonly string[] {
  return (env[CHAIN_VARIABLE] ?? '').split(',').filter((name) => name !== '')
}

/** Windows does not tell `Path` from `PATH`; a copied environment does. */
export function variable(env: Environment, name: string, platform: NodeJS.Platform): string | undefined {
  if (platform !== 'win32') return env[name]
  const found = Object.keys(env).find((key) => key.toUpperCase() === name.toUpperCase())
  return found === undefined ? undefined : env[found]
}
