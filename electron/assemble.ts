import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { createEngine, type Engine } from '#engine/engine'
import { awsPaths } from '#host/aws-paths'
import { systemClock } from '#host/clock'
import { createConfigSource, findConfigFile } from '#host/config-file'
import { createProfileFiles } from '#host/credentials-file'
import { dataFolder, type Machine } from '#host/data-folder'
import { startDemo } from '#host/demo/start-demo'
import { createMemoryFile } from '#host/memory-file'
import { createProcessRunner } from '#host/process-runner'
import { createTokenService } from '#host/sts'
import type { Where } from './arguments.ts'

/** An engine on this machine, and what it stands on. */
export interface Assembled {
  readonly engine: Engine
  readonly demo: boolean
  /** Ends what the demo started; the engine is stopped by its owner. */
  readonly dismiss: () => Promise<void>
}

export const thisMachine = (): Machine => ({ platform: process.platform, env: process.env, home: homedir() })

/** Joins engine and machine. Where the person has no configuration, it is the demo, which never touches ~/.aws. */
export async function assemble(where: Where, machine: Machine, assets: string): Promise<Assembled> {
  const folder = dataFolder(where.dataDir, machine)
  const found = await findConfigFile({ explicit: where.config, ...machine })
  const demo = found === null ? await startDemo({ folder: join(folder, 'demo'), assets: join(assets, 'demo') }) : null
  const paths = demo?.paths ?? awsPaths(machine)
  const engine = createEngine({
    clock: systemClock,
    config: createConfigSource({ file: demo?.config ?? found, demo: demo !== null, ...machine, userName: userName() }),
    processes: createProcessRunner(machine),
    tokens: createTokenService({ env: machine.env }),
    profiles: createProfileFiles(paths),
    memory: demo?.memory ?? createMemoryFile(join(folder, 'state.json')),
    random: Math.random,
  })
  return { engine, demo: demo !== null, dismiss: async () => demo?.stop() }
}

/** Role sessions are named after the person in the other account's CloudTrail. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    // A container's user may have no entry in the password file.
    return 'user'
  }
}
