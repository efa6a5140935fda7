import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, type days, type Instant, instant } from '#core/base/time'
import type { FileHistory } from '#engine/ports'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { nodeDisk } from '#host/aws-files/disk'
import { createFileKeeper } from '#host/aws-files/file-keeper'
import { type AwsFolder, awsFolder, neverAborted, writeOrder } from './aws-folder.ts'

/** A credentials file with copies and a way back, and a clock that stands still until it is told. */
export interface KeptFolder extends AsyncDisposable {
  readonly aws: AwsFolder
  readonly files: ReturnType<typeof createProfileFiles>
  readonly history: FileHistory
  readonly backupFolder: string
  backups(): Promise<readonly string[]>
  write(profile: string, nth?: number): ReturnType<ReturnType<typeof createProfileFiles>['write']>
  takeOver(profile: string): ReturnType<ReturnType<typeof createProfileFiles>['write']>
  wait(time: ReturnType<typeof days>): void
  set(now: Instant): void
}

export async function keptFolder(text: string | null, disk = nodeDisk): Promise<KeptFolder> {
  const aws = await awsFolder()
  if (text !== null) await aws.write(text)
  let now = instant(Date.UTC(2026, 10, 22, 21, 5, 11))
  const keeper = createFileKeeper({ folder: join(aws.home, 'data'), disk, now: () => now })
  const files = createProfileFiles(aws, disk, keeper)
  if (files.history === undefined) throw new Error('a keeper gives a history')
  const backupFolder = join(aws.folder, 'credtray-backups')
  return {
    aws,
    files,
    history: files.history,
    backupFolder,
    backups: async () => (await readdir(backupFolder)).filter((name) => !name.startsWith('.')).toSorted(),
    write: (profile, nth = 0) => files.write(writeOrder(profile, nth), neverAborted()),
    takeOver: (profile) => files.write({ ...writeOrder(profile), takeOver: true }, neverAborted()),
    wait: (time) => void (now = after(now, time)),
    set: (moment) => void (now = moment),
    [Symbol.asyncDispose]: () => aws[Symbol.asyncDispose](),
  }
}
