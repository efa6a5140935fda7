import { join } from 'node:path'
import type { Engine } from '#engine/engine'
import { thisMachine } from '#host/this-machine'
import { assemble } from '../../assemble.ts'
import { begin } from '../../beginnings.ts'
import type { Where } from '../../where.ts'

/**
 * Does one thing with an engine of this process's own: what the command line does where no app can be asked. `root`: the
 * folder that holds package.json and assets.
 */
export async function alone<T>(where: Where, root: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const { engine, dismiss } = await assemble(where, begin(where, thisMachine()), {
    assets: join(root, 'assets'),
    sealing,
  })
  try {
    await engine.load()
    return await work(engine)
  } finally {
    await engine.stop()
    await dismiss()
  }
}

/** The command line runs without Electron, whose safeStorage knows the keychain. */
const sealing = () => ({ kind: 'memory', because: 'Only the app can use the keychain.' }) as const
