import { createHash } from 'node:crypto'
import { ProblemError } from '#core/base/problem'
import { iso } from '#core/base/time'
import type { SessionCredentials } from '#core/credentials/credentials'
import { type FileNote, noteOf, readableByOthers, regionNotWritten, shadowed } from '#core/profile-file/notes'
import { readOwned, removeOwned, type SessionText, writeOwned } from '#core/profile-file/owned'
import { writeRegion } from '#core/profile-file/region'
import { shadowingKey } from '#core/profile-file/shadow'
import type { ProfileFiles } from '#engine/ports'
import type { AwsPaths } from './aws-paths.ts'
import { type Disk, nodeDisk, orMissing } from './disk.ts'
import { createEditQueue, type EditQueue } from './edit-queue.ts'
import { linkTarget } from './link-target.ts'
import { readShared } from './shared-file.ts'

/** The two files that all AWS tools share. Writes that come at the same time become one. */
export function createProfileFiles(paths: AwsPaths, disk: Disk = nodeDisk): ProfileFiles {
  const credentialsQueue = createEditQueue(paths.credentialsFile, disk)
  const configQueue = createEditQueue(paths.configFile, disk)
  return {
    credentialsFile: paths.credentialsFile,

    async read(profile) {
      const credentials = readOwned(await textOf(paths.credentialsFile, disk), profile)
      return credentials && { credentials, fingerprint: fingerprint(credentials.accessKeyId) }
    },

    async write({ profile, credentials, region, lastFingerprint }, signal) {
      const session = sessionText(credentials)
      const edited = await credentialsQueue.submit((text) => {
        const lastAccessKeyId = knownKeyId(text, profile, lastFingerprint)
        return writeOwned(text, { profile, lastAccessKeyId }, session)
      }, signal)
      const regionNotes = region === null ? [] : await addRegion({ paths, queue: configQueue, profile, region }, signal)
      const warnings = [
        ...edited.warnings.map((warning) => noteOf(warning, paths.credentialsFile)),
        ...(await notesOnFiles(paths, profile, disk)),
        ...regionNotes,
      ]
      return { fingerprint: fingerprint(credentials.accessKeyId), warnings }
    },

    async remove(profile, signal, lastFingerprint) {
      await credentialsQueue.submit((text) => {
        const lastAccessKeyId = knownKeyId(text, profile, lastFingerprint)
        return removeOwned(text, { profile, lastAccessKeyId })
      }, signal)
    },
  }
}

/** Tells two access key ids apart without naming either. */
const fingerprint = (accessKeyId: string): string => createHash('sha256').update(accessKeyId).digest('hex').slice(0, 16)

/** The key id in the file, if it is the one that was written last; `undefined` where nobody knows what was. */
function knownKeyId(text: string | null, profile: string, last: string | null | undefined): string | null | undefined {
  if (last === undefined) return undefined
  const there = readOwned(text, profile)?.accessKeyId ?? null
  return there !== null && fingerprint(there) === last ? there : null
}

function sessionText({ accessKeyId, secretAccessKey, sessionToken, expiresAt }: SessionCredentials): SessionText {
  return {
    accessKeyId,
    secretAccessKey: secretAccessKey.reveal(),
    sessionToken: sessionToken?.reveal() ?? null,
    expires: expiresAt === null ? null : iso(expiresAt),
  }
}

interface RegionOrder {
  readonly paths: AwsPaths
  readonly queue: EditQueue
  readonly profile: string
  readonly region: string
}

/** Many people's config file is written by another program and read-only. Fresh keys matter more than the region. */
async function addRegion(
  { paths, queue, profile, region }: RegionOrder,
  signal: AbortSignal,
): Promise<readonly FileNote[]> {
  try {
    await queue.submit((text) => writeRegion(text, profile, region), signal)
    return []
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return [regionNotWritten(paths.configFile, error.message)]
  }
}

async function notesOnFiles(paths: AwsPaths, profile: string, disk: Disk): Promise<readonly FileNote[]> {
  const written = await orMissing(disk.lstat(await linkTarget(paths.credentialsFile, disk)))
  const isOpen = written !== null && disk.platform !== 'win32' && (written.mode & 0o077) !== 0
  // An unreadable config file is the config file's problem, not that of the keys just written.
  const config = await textOf(paths.configFile, disk).catch(() => null)
  const shadow = shadowingKey(config, profile)
  return [
    ...(isOpen ? [readableByOthers(paths.credentialsFile)] : []),
    ...(shadow === null ? [] : [shadowed(paths.configFile, profile, shadow)]),
  ]
}

async function textOf(path: string, disk: Disk): Promise<string | null> {
  return (await readShared(path, disk))?.bytes.toString('latin1') ?? null
}
