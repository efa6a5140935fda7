import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { type AwsFolder, awsFolder, neverAborted, writeOrder } from '../support/files/aws-folder.ts'
import { hasAwsCli } from '../support/aws/aws-readers.ts'
import { bundle } from '../support/programs/bundle.ts'
import { readIni } from '../support/files/plain-ini-reader.ts'
import { lend } from './lend.ts'
import type { TortureResult } from './run.ts'

interface KillOrder {
  readonly times: number
  /** Whether a loop of `aws configure set` writes a profile of its own all the while. */
  readonly withCli: boolean
}

interface KillResult extends TortureResult {
  readonly kills: number
  readonly empty: number
  readonly torn: number
  readonly wrongMode: number
  readonly foreignChanged: number
  readonly leftBehind: number
  /** Not looked at beside the CLI: a copy of a file that it has half written is half a file. */
  readonly badBackups: number
  /** What the CLI does by itself: it writes in place and without a lock. */
  readonly byTheCli: CliResult | 'not here'
}

interface CliResult {
  readonly writes: number
  /** Whole again a moment later. */
  readonly momentarilyTorn: number
  /** It has read the file while another one of its writes was half done, or emptied it for good. */
  readonly lost: number
  /** What it wrote was gone when it ended: it takes no lock, so a rename may fall between its read and its write. */
  readonly ownWritesUndone: number
}

const FOREIGN = '# kept\n[default]\nregion = eu-west-1\n\n[\u00e9]\n  aws_access_key_id=AKIAIOSFODNN7EXAMPLE # old\n'

/** Two processes write without end, and again and again one of them is killed, at whatever it is doing. */
export async function tortureByKills(order: KillOrder, say: (line: string) => void): Promise<KillResult> {
  if (order.withCli && !hasAwsCli) say('The AWS CLI is not here: the run beside it is left out.')
  if (order.withCli && !hasAwsCli) return NOT_HERE
  return lend(bundle('tests/support/files/profile-writer.ts'), (writer) =>
    lend(awsFolder(), (aws) => killIn(aws, order, { script: writer.script, say })),
  )
}

const NOT_HERE: KillResult = {
  kills: 0,
  empty: 0,
  torn: 0,
  wrongMode: 0,
  foreignChanged: 0,
  leftBehind: 0,
  badBackups: 0,
  lost: 0,
  byTheCli: 'not here',
}

interface Tools {
  readonly script: string
  readonly say: (line: string) => void
}

async function killIn(aws: AwsFolder, { times, withCli }: KillOrder, { script, say }: Tools): Promise<KillResult> {
  await aws.write(FOREIGN)
  const counts: Counts = { empty: 0, torn: 0, wrongMode: 0, foreignChanged: 0, momentarilyTorn: 0, lost: 0 }
  const cli = withCli ? startCli(aws) : null
  const writers = [start(script, aws, 'one'), start(script, aws, 'two')]
  for (let nth = 0; nth < times; nth += 1) {
    for (const victim of writers.splice(0, 1)) await killedAfter(victim, Math.random() * 25)
    await look(aws, counts, cli !== null)
    writers.push(start(script, aws, nth % 2 === 0 ? 'one' : 'two'))
    if (nth % 100 === 99) say(`${nth + 1} kills`)
  }
  for (const last of writers) await killedAfter(last, 0)
  const { momentarilyTorn, lost, ...faults } = counts
  const byTheCli = cli === null ? ('not here' as const) : { ...(await cli.stop()), momentarilyTorn, lost }
  const left = { leftBehind: await leftAfterNextWrite(aws), badBackups: cli === null ? await badBackups(aws) : 0 }
  const sum = Object.values({ ...faults, ...left }).reduce((total, count) => total + count, 0)
  return { kills: times, ...faults, ...left, byTheCli, lost: sum }
}

/** What killed runs left beside the file is gone after the next one. */
async function leftAfterNextWrite(aws: AwsFolder): Promise<number> {
  await createProfileFiles(aws).write(writeOrder('one', 3), neverAborted())
  const beside = (await aws.names()).filter((name) => name.includes('credtray') && name !== BACKUPS)
  const inside = (await backupsIn(aws)).filter((name) => name.includes('.tmp'))
  return beside.length + inside.length
}

/** Copies that are not whole, or that others could read. */
async function badBackups(aws: AwsFolder): Promise<number> {
  const folder = join(aws.folder, BACKUPS)
  const names = (await backupsIn(aws)).filter((name) => !name.startsWith('.'))
  const verdicts = await Promise.all(
    names.map(async (name) => {
      const { mode } = await stat(join(folder, name))
      return (mode & 0o777) === 0o600 && (await readFile(join(folder, name), 'utf8')).startsWith(FOREIGN)
    }),
  )
  return verdicts.filter((isGood) => !isGood).length
}

const BACKUPS = 'credtray-backups'

/** None where every writer was killed before its first copy. */
async function backupsIn(aws: AwsFolder): Promise<readonly string[]> {
  return (await aws.names()).includes(BACKUPS) ? readdir(join(aws.folder, BACKUPS)) : []
}

type Counts = Record<'empty' | 'torn' | 'wrongMode' | 'foreignChanged' | 'momentarilyTorn' | 'lost', number>

async function look(aws: AwsFolder, counts: Counts, besideCli: boolean): Promise<void> {
  const fault = await faultOf(aws)
  if (fault === null) return
  if (!besideCli) {
    counts[fault] += 1
    return aws.write(FOREIGN)
  }
  // The CLI truncates the file and then fills it: a moment later it is whole again, unless two of those met.
  await wait(60)
  const later = await faultOf(aws)
  if (later === null) {
    counts.momentarilyTorn += 1
    return
  }
  // The CLI keeps the mode of the file, and writes a section of ours as it has read it.
  counts[later === 'wrongMode' || later === 'torn' ? later : 'lost'] += 1
  await aws.write(FOREIGN)
}

async function faultOf(aws: AwsFolder): Promise<'empty' | 'torn' | 'wrongMode' | 'foreignChanged' | null> {
  const text = await aws.text()
  if (text === '') return 'empty'
  if (((await stat(aws.credentialsFile)).mode & 0o777) !== 0o600) return 'wrongMode'
  if (!text.startsWith(FOREIGN)) return 'foreignChanged'
  const sections = readIni(text)
  const isWhole = ['one', 'two'].every((name) => sections[name] === undefined || isOneSession(sections[name]))
  return isWhole && text.endsWith('\n') ? null : 'torn'
}

/** The numbers in the three keys belong together. */
function isOneSession(section: Readonly<Record<string, string>>): boolean {
  const nth = /EXAMPL(\d)$/.exec(section['aws_access_key_id'] ?? '')?.[1]
  return (
    nth !== undefined &&
    section['aws_secret_access_key']?.endsWith(`KEY${nth}`) === true &&
    section['aws_session_token']?.endsWith(`TOKEN${nth}==`) === true &&
    section['manager'] === 'credtray'
  )
}

function start(script: string, { home, credentialsFile, configFile }: AwsFolder, profile: string): ChildProcess {
  // As the app and a second Credtray do, both keep copies and notes, in one and the same folder.
  const dataFolder = join(home, 'data')
  const argument = JSON.stringify({ credentialsFile, configFile, dataFolder, profile, times: 1_000_000 })
  return spawn(process.execPath, [script, argument], { stdio: ['ignore', 'pipe', 'ignore'] })
}

async function killedAfter(child: ChildProcess, ms: number): Promise<void> {
  const gone = once(child, 'exit')
  if (child.stdout !== null && child.stdout.readableFlowing === null) await once(child.stdout, 'data')
  await wait(ms)
  child.kill('SIGKILL')
  await gone
}

type CliWrites = Pick<CliResult, 'writes' | 'ownWritesUndone'>

function startCli(aws: AwsFolder): { stop(): Promise<CliWrites> } {
  const stopping = new AbortController()
  const env = { ...process.env, AWS_SHARED_CREDENTIALS_FILE: aws.credentialsFile, AWS_CONFIG_FILE: aws.configFile }
  const loop = async (): Promise<CliWrites> => {
    let writes = 0
    let ownWritesUndone = 0
    for (; !stopping.signal.aborted; writes += 1) {
      const key = `ASIA${String(writes).padStart(6, '0')}`
      const args = ['configure', 'set', 'aws_access_key_id', key, '--profile', 'cli']
      await once(spawn('aws', args, { env, stdio: 'ignore' }), 'exit')
      if (!(await aws.text()).includes(key)) ownWritesUndone += 1
    }
    return { writes, ownWritesUndone }
  }
  const running = loop()
  return {
    stop() {
      stopping.abort()
      return running
    },
  }
}
