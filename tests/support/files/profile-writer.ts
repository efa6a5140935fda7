import { instant } from '#core/base/time'
import { profileName } from '#core/identity/names'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { type Disk, nodeDisk } from '#host/aws-files/disk'
import { createFileKeeper, type FileKeeper } from '#host/aws-files/file-keeper'
import { exampleSession, neverAborted } from './aws-folder.ts'

/** What a writer process is told, as JSON in its only argument. */
export interface WriterOrder {
  readonly credentialsFile: string
  readonly configFile: string
  readonly profile: string
  /** Own data, as the app has it: then copies are made and changes are noted. */
  readonly dataFolder?: string
  /** How many sessions it writes, one after the other. */
  readonly times: number
  /** The call of the disk at which it kills itself, without a chance to clean up. */
  readonly dieAt?: 'rename' | 'unlink'
}

/** A process of its own that writes one profile again and again. Says "ready" before the first write. */
async function main(argument: string): Promise<void> {
  const order: WriterOrder = JSON.parse(argument)
  const disk = diskOf(order)
  const files = createProfileFiles(order, disk, keeperOf(order, disk))
  process.stdout.write('ready\n')
  for (let nth = 0; nth < order.times; nth += 1) {
    const credentials = exampleSession(nth % 10)
    await files.write({ profile: profileName(order.profile), credentials, region: null }, neverAborted())
  }
}

function keeperOf({ dataFolder: folder }: WriterOrder, disk: Disk): FileKeeper | undefined {
  return folder === undefined ? undefined : createFileKeeper({ folder, disk, now: () => instant(Date.now()) })
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
