import { join } from 'node:path'
import { NOTHING_REMEMBERED, type Remembered } from '#core/session/remembered'
import { identityName, profileName } from '#core/identity/names'
import type { Memory } from '#engine/ports'
import { createMemoryFile } from '../own-data/memory-file.ts'
import { demoActive, demoSts, prepareDemo } from './demo.ts'
import { startStsDouble } from './sts-double.ts'

/** The demo as it runs: its own configuration, files and STS, all inside the app's own data. */
export interface RunningDemo {
  readonly config: string
  readonly paths: { readonly credentialsFile: string; readonly configFile: string }
  readonly memory: Memory
  /** The toy STS is asked for everything: nothing of the demo leaves this computer. */
  readonly environment: Readonly<Record<string, string>>
  readonly stop: () => Promise<void>
}

/** `folder` is the app's own data folder, `assets` the folder that the app ships as assets/demo. */
export async function startDemo(order: { readonly folder: string; readonly assets: string }): Promise<RunningDemo> {
  const folder = join(order.folder, 'demo')
  const { assets } = order
  const sts = await startStsDouble(demoSts)
  const config = await prepareDemo({ assets, folder, stsUrl: sts.url }).catch(async (error: unknown) => {
    // Left open, it would keep the process alive for ever.
    await sts.stop()
    throw error
  })
  const aws = join(folder, 'aws')
  return {
    config,
    paths: { credentialsFile: join(aws, 'credentials'), configFile: join(aws, 'config') },
    memory: firstTime(createMemoryFile(join(folder, 'state.json'))),
    environment: { AWS_ENDPOINT_URL_STS: sts.url, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false' },
    stop: () => sts.stop(),
  }
}

/** At the very first start the demo's own choice is active, so that there is something to watch. */
function firstTime(memory: Memory): Memory {
  return { ...memory, load: async () => orDemoChoice(await memory.load()) }
}

function orDemoChoice(remembered: Remembered): Remembered {
  if (remembered !== NOTHING_REMEMBERED) return remembered
  const wish = (name: string) => ({ name: identityName(name), profile: profileName(name), written: null })
  return { paused: false, active: demoActive.map(wish) }
}
