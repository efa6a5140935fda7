import { profileName } from '#core/identity/names'
import { createProfileFiles } from '#host/credentials-file'
import { type Disk, nodeDisk } from '#host/disk'
import { exampleSession, neverAborted } from './aws-folder.ts'

/** What a writer process is told, as JSON in its only argument. */
export interface WriterOrder {
  readonly credentialsFile: string
  readonly configFile: string
  readonly profile: string
  /** How many sessions it writes, one after the other. */
  readonly times: number
  /** The call of the disk at which it kills itself, without a chance to clean up. */
  readonly dieAt?: 'rename' | 'unlink'
}

/** A process of its own that writes one profile again and again. Says "ready" before the first write. */
async function main(argument: string): Promise<void> {
  const order: WriterOrder = JSON.parse(argument)
  const files = createProfileFiles(order, diskOf(order))
  process.stdout.write('ready\n')
  for (let nth = 0; nth < order.times; nth += 1) {
    const credentials = exampleSession(nth % 10)
    await files.write({ profile: profileName(order.profile), credentials, region: null }, neverAborted())
  }
}

function diskOf({ dieAt }: WriterOrder): Disk {
  if (dieAt === undefined) return nodeDisk
  const die = (): Promise<never> => {
    process.kill(process.pid, 'SIGKILL')
    return new Promise(() => {})
  }
  return { ...nodeDisk, [dieAt]: die }
}

await main(process.argv[2] ?? '')
