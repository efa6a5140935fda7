import { createProfileFiles } from '#host/aws-files/credentials-file'
import { nodeDisk, type Disk } from '#host/aws-files/disk'
import { type AwsFolder, awsFolder, exampleSection, neverAborted, writeOrder } from '../support/files/aws-folder.ts'
import { faultyDisk, systemError } from '../support/files/faulty-disk.ts'
import { lend } from './lend.ts'
import type { TortureResult } from './run.ts'

interface FaultResult extends TortureResult {
  readonly faults: number
  /** How many writes failed with a reason, and how many got through all the same. */
  readonly refused: number
  readonly written: number
}

const CALLS = [
  'access',
  'link',
  'lstat',
  'mkdir',
  'open',
  'readdir',
  'readFile',
  'readlink',
  'realpath',
  'rename',
  'unlink',
] as const
const CODES = ['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'EMFILE', 'EDQUOT', 'EPERM']
/** No write makes more calls of one kind than this. */
const MOST = 14
const FOREIGN = '# kept\n[default]\nregion = eu-west-1\n'

/** Each call of the disk fails once with each error: the file is the old one or the new one, whole. */
export async function tortureByFaults(say: (line: string) => void): Promise<FaultResult> {
  const counts = { faults: 0, refused: 0, written: 0, lost: 0 }
  for (const code of CODES) {
    for (const call of CALLS) {
      for (let nth = 0; nth < MOST; nth += 1) {
        const { outcome, sound } = await lend(awsFolder(), (aws) => tryOut(aws, failing(call, nth, code)))
        if (outcome === 'not reached') break
        counts.faults += 1
        counts[outcome] += 1
        if (!sound) {
          counts.lost += 1
          say(`${code} at ${call} ${nth}: ${outcome}, and not sound`)
        }
      }
    }
  }
  say(`${counts.faults} faults of the disk`)
  return counts
}

async function tryOut(aws: AwsFolder, fault: Failing) {
  await aws.write(FOREIGN)
  const outcome = await writeWith(aws, fault)
  return { outcome, sound: outcome === 'not reached' || (await isSound(aws)) }
}

interface Failing {
  readonly disk: Disk
  readonly hit: () => boolean
}

function failing(call: (typeof CALLS)[number], nth: number, code: string): Failing {
  let left = nth
  let isHit = false
  const real: (...args: readonly never[]) => Promise<unknown> = nodeDisk[call]
  const wrapped = (...args: readonly never[]): Promise<unknown> => {
    left -= 1
    if (left !== -1) return real(...args)
    isHit = true
    return Promise.reject(systemError(code))
  }
  return { disk: faultyDisk({ [call]: wrapped }), hit: () => isHit }
}

async function writeWith(aws: AwsFolder, { disk, hit }: Failing): Promise<'refused' | 'written' | 'not reached'> {
  const outcome = await createProfileFiles(aws, disk)
    .write(writeOrder('staging'), neverAborted())
    .then(
      () => 'written' as const,
      () => 'refused' as const,
    )
  return hit() ? outcome : 'not reached'
}

/** Old or new, and after the next write, with a disk that works, new and nothing beside it. */
async function isSound(aws: AwsFolder): Promise<boolean> {
  const whole = `${FOREIGN}\n${exampleSection('staging')}`
  const found = await aws.text()
  await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
  return (found === FOREIGN || found === whole) && (await aws.text()) === whole && (await aws.names()).length === 1
}
