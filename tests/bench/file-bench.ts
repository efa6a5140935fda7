import { execFile } from 'node:child_process'
import { open, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { systemClock } from '#host/clock'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { nodeDisk } from '#host/aws-files/disk'
import { createFileKeeper } from '#host/aws-files/file-keeper'
import { writeOwned } from '#core/profile-file/owned'
import { type AwsFolder, awsFolder, exampleSection, neverAborted, writeOrder } from '../support/files/aws-folder.ts'
import { hasAwsCli } from '../support/aws/aws-readers.ts'
import { parse, stringify } from 'ini'
import { median } from './median.ts'

/** Milliseconds; `null`: the tool is not here. */
interface FileTimes {
  readonly kib: number
  /** Lock, read, edit, copy of the day, ledger, write, fsync, compare, rename, read back. */
  readonly write: number
  /** The same where the file holds these keys already. */
  readonly unchanged: number
  /** Text in, text out: the part that is ours alone. */
  readonly editOnly: number
  /** The least that a safe write of these bytes can cost. */
  readonly bareWriteFsyncRename: number
  /** Parse, stringify and write in place by the `ini` library, as many tools do: not safe, and comments are gone. */
  readonly iniLibrary: number
  readonly awsConfigureSet: number | null
}

/** One write of one profile, in files of 10, 1,000 and 5,000 profiles. */
export async function fileTimes(rounds: number): Promise<Readonly<Record<string, FileTimes>>> {
  const found: Record<string, FileTimes> = {}
  for (const profiles of [10, 1_000, 5_000]) {
    const aws = await awsFolder()
    try {
      found[`${profiles} profiles`] = await timesIn(aws, profiles, rounds)
    } finally {
      await aws[Symbol.asyncDispose]()
    }
  }
  return found
}

async function timesIn(aws: AwsFolder, profiles: number, rounds: number): Promise<FileTimes> {
  const text = Array.from({ length: profiles }, (_none, nth) => exampleSection(`p${nth}`)).join('\n')
  await aws.write(text)
  const profile = `p${Math.floor(profiles / 2)}`
  const keeper = createFileKeeper({ folder: join(aws.home, 'data'), disk: nodeDisk, now: systemClock.now })
  const files = createProfileFiles(aws, nodeDisk, keeper)
  const write = (nth: number) => files.write(writeOrder(profile, nth), neverAborted())
  await write(9)
  return {
    kib: Math.round(text.length / 1024),
    write: await middle(rounds, (nth) => write(nth % 9)),
    unchanged: await middle(rounds, () => write((rounds - 1) % 9)),
    editOnly: await middle(rounds, async (nth) => void writeOwned(text, { profile }, session(nth))),
    bareWriteFsyncRename: await middle(rounds, () => bare(aws)),
    iniLibrary: await middle(rounds, (nth) => rewritten(aws, profile, nth)),
    awsConfigureSet: hasAwsCli ? await middle(Math.min(rounds, 3), (nth) => configureSet(aws, profile, nth)) : null,
  }
}

const session = (nth: number) => ({
  accessKeyId: `ASIAIOSFODNN7EXAMPL${nth % 10}`,
  secretAccessKey: `wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY${nth % 10}`,
  sessionToken: `IQoJb3JpZ2luX2VjEXAMPLETOKEN${nth % 10}==`,
  expires: '2026-11-22T21:05:11Z',
})

async function bare({ credentialsFile }: AwsFolder): Promise<void> {
  const fresh = `${credentialsFile}.fresh`
  const handle = await open(fresh, 'wx', 0o600)
  await handle.writeFile(await readFile(credentialsFile))
  await handle.sync()
  await handle.close()
  await rename(fresh, credentialsFile)
}

async function rewritten({ credentialsFile }: AwsFolder, profile: string, nth: number): Promise<void> {
  const sections: Record<string, unknown> = parse(await readFile(credentialsFile, 'utf8'))
  const ours = sections[profile]
  sections[profile] = { ...(typeof ours === 'object' ? ours : {}), aws_access_key_id: `ASIA${nth}` }
  await writeFile(`${credentialsFile}.ini`, stringify(sections, { whitespace: true }))
}

async function configureSet(aws: AwsFolder, profile: string, nth: number): Promise<void> {
  const env = { ...process.env, AWS_SHARED_CREDENTIALS_FILE: aws.credentialsFile, AWS_CONFIG_FILE: aws.configFile }
  await promisify(execFile)('aws', ['configure', 'set', 'aws_access_key_id', `ASIA${nth}`, '--profile', profile], {
    env,
  })
}

async function middle(rounds: number, work: (nth: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let nth = 0; nth < rounds; nth += 1) {
    const began = performance.now()
    await work(nth)
    times.push(performance.now() - began)
  }
  return median(times)
}
