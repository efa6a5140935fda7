import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { type Contacts, createContacts } from '#engine/contacts'
import { createEngine } from '#engine/create-engine'
import type { Engine } from '#engine/engine'
import type { ConfigReading, ConfigSource, History, ProfileFiles } from '#engine/ports'
import { type AwsPaths, awsPaths } from '#host/aws-files/aws-paths'
import { systemClock } from '#host/clock'
import type { AwsImportContext } from '#host/config/aws-import'
import { besideDemo } from '#host/config/beside-demo'
import { createConfigSource, hasConfig } from '#host/config/config-file'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { startDemo } from '#host/demo/start-demo'
import { nodeDisk } from '#host/aws-files/disk'
import { createFileKeeper } from '#host/aws-files/file-keeper'
import { createHistoryFile } from '#host/own-data/history-file'
import { mirroredFiles } from '#host/aws-files/mirrored-files'
import { createKeyStore, type Sealing } from '#host/own-data/key-store'
import { createMemoryFile } from '#host/own-data/memory-file'
import { createNetwork, networkHost } from '#host/sts/network'
import { startedFromTerminal } from '#host/process/login-path'
import { createProcessRunner } from '#host/process/process-runner'
import { lateTokenService } from '#host/sts/late-token-service'
import type { Settings } from '#core/settings/settings'
import type { SettingsStore } from '#host/own-data/settings-file'
import { createTrustFile } from '#host/own-data/trust-file'
import { type Machine, usualHelpersAtOnce } from '#host/this-machine'
import type { Beginnings } from './beginnings.ts'
import type { Where } from './where.ts'

/** An engine on this machine, and what it stands on. */
export interface Assembled {
  readonly engine: Engine
  readonly history: History
  /** Whom this process asks. */
  readonly contacts: Contacts
  readonly settings: SettingsStore
  /** With the environment of the person's login shell, and what they chose in its place. */
  readonly machine: Machine
  /** The app's own data. */
  readonly folder: string
  /** The second credentials file. `null`: none. */
  readonly mirror: string | null
  /** Those that are written to, and those that the check-up looks at. */
  readonly awsFiles: readonly string[]
  /** Ends what the demo started; the engine is stopped by its owner. */
  readonly dismiss: () => Promise<void>
}

export interface Surroundings {
  /** The folder that the app ships as assets. */
  readonly assets: string
  /** Asked when keys are first typed or needed. */
  readonly sealing: () => Sealing
}

/** Joins engine and machine. Where the person has no configuration, it is the demo, which never touches ~/.aws. */
export async function assemble(where: Where, begun: Beginnings, { assets, sealing }: Surroundings): Promise<Assembled> {
  const { folder } = begun
  const [settings, machine] = await Promise.all([begun.settings, begun.machine])
  const chosen = chosenBy(settings.current(), machine)
  // What happens in the demo is not what happened, so it keeps its own files.
  const isDemo = !(await hasConfig(searchIn(where, chosen)))
  const demo = isDemo ? await startDemo({ folder, assets: join(assets, 'demo') }) : null
  const ownFolder = isDemo ? join(folder, 'demo') : folder
  const environment = { ...machine.env, ...demo?.environment }
  const own = awsPaths(chosen.env, chosen.home)
  const paths = demo?.paths ?? own
  const mirror = mirrorOf(settings.current(), { isDemo, own, home: chosen.home })
  const history = createHistoryFile(join(ownFolder, 'history.jsonl'))
  const contacts = createContacts(systemClock.now)
  const engine = createEngine({
    clock: systemClock,
    network: createNetwork({ host: networkHost(environment), contacts }),
    history,
    helpersAtOnce: usualHelpersAtOnce(),
    config: configSource({
      demo: demo?.config ?? null,
      where,
      machine: chosen,
      trustFile: join(folder, 'trust.json'),
    }),
    processes: createProcessRunner(machine),
    tokens: lateTokenService(environment, contacts),
    profiles: profileFiles(paths, { folder, mirror }),
    memory: demo?.memory ?? createMemoryFile(join(folder, 'state.json')),
    keys: await createKeyStore(join(ownFolder, 'keys.json'), sealing),
    settings,
    identityCheck: identityCheck(machine),
    random: Math.random,
  })
  const awsFiles = [...new Set([paths, own].flatMap((each) => [each.credentialsFile, each.configFile]))]
  const dismiss = async (): Promise<void> => demo?.stop()
  return { engine, history, contacts, settings, machine: chosen, folder, awsFiles, mirror, dismiss }
}

/** A choice of the window stands behind what was said at the start, and before the defaults. */
function chosenBy({ files, folder }: Settings, machine: Machine): Machine {
  const chosen = {
    AWS_SHARED_CREDENTIALS_FILE: files.credentials,
    AWS_CONFIG_FILE: files.config,
    CREDTRAY_FOLDER: folder,
  }
  const wanted = Object.entries(chosen).flatMap(([name, value]) =>
    value === null || machine.env[name] ? [] : [[name, value] as const],
  )
  return { ...machine, env: { ...machine.env, ...Object.fromEntries(wanted) } }
}

/** For networks in which GetCallerIdentity cannot be reached while everything else can. */
const identityCheck = ({ env }: Machine) => (env['CREDTRAY_IDENTITY_CHECK'] === 'off' ? 'off' : 'on')

/** With copies beside the files, and a list of what was changed in the app's own data. */
function profileFiles(paths: AwsPaths, { folder, mirror }: Pick<Assembled, 'folder' | 'mirror'>): ProfileFiles {
  const keeper = createFileKeeper({ folder, disk: nodeDisk, now: systemClock.now })
  const first = createProfileFiles(paths, nodeDisk, keeper)
  if (mirror === null) return first
  return mirroredFiles(first, createProfileFiles({ ...paths, credentialsFile: mirror }, nodeDisk, keeper))
}

interface MirrorContext {
  readonly isDemo: boolean
  readonly own: AwsPaths
  readonly home: string
}

/** Written as every AWS path is. The first file is not its own second one, and the demo touches none of the person's. */
function mirrorOf({ mirror }: Settings, { isDemo, own, home }: MirrorContext): string | null {
  if (mirror === null || isDemo) return null
  const { credentialsFile } = awsPaths({ AWS_SHARED_CREDENTIALS_FILE: mirror }, home)
  return credentialsFile === own.credentialsFile ? null : credentialsFile
}

/** What of this start decides about the configuration. */
interface ConfigOrder {
  readonly demo: string | null
  readonly where: Where
  readonly machine: Machine
  readonly trustFile: string
}

/**
 * The demo stays the demo until the next start: its engine writes into its own folder, and must never come to hold
 * the person's identities.
 */
function configSource({ demo, where, machine, trustFile }: ConfigOrder): ConfigSource {
  const never = async (): Promise<string> => demo ?? ''
  const trust = {
    store: createTrustFile(trustFile),
    // What the demo runs came with the app.
    all: demo !== null || machine.env['CREDTRAY_TRUST'] === 'all',
  }
  const context = { ...searchIn(where, machine), userName: userName(), demo: never, trust }
  const source = createConfigSource({ ...context, explicit: demo ?? where.config })
  if (demo === null) return source
  return { readings: (signal) => marked(source.readings(signal), context), approve: source.approve }
}

/** The folder chosen, else the one that the person stands in; a desktop starts apps in no meaningful folder. */
function searchIn(where: Where, machine: Machine) {
  const chosen = where.folder ?? machine.env['CREDTRAY_FOLDER'] ?? null
  const folder = chosen === null ? (startedFromTerminal(machine.env) ? process.cwd() : null) : resolve(chosen)
  return { ...machine, explicit: where.config, folder }
}

async function* marked(
  readings: AsyncIterable<ConfigReading>,
  context: AwsImportContext,
): AsyncGenerator<ConfigReading> {
  for await (const reading of readings) yield { ...(await besideDemo(reading, context)), demo: true }
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
