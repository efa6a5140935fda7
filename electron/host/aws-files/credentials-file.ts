import { ProblemError } from '#core/base/problem'
import { iso } from '#core/base/time'
import type { SessionCredentials } from '#core/credentials/credentials'
import { profileName } from '#core/identity/names'
import { maskedDiff } from '#core/profile-file/diff'
import type { Edited } from '#core/profile-file/edit'
import type { FileChange } from '#core/profile-file/history'
import { managedProfiles } from '#core/profile-file/managed'
import { type FileNote, noteOf, readableByOthers, regionNotWritten, shadowed } from '#core/profile-file/notes'
import { readOwned, removeOwned, type SessionText, writeOwned } from '#core/profile-file/owned'
import { writeRegion } from '#core/profile-file/region'
import { shadowingKey } from '#core/profile-file/shadow'
import { writtenLines } from '#core/profile-file/written-lines'
import type { ProfileFiles } from '#engine/ports'
import { sha256 } from '../sha256.ts'
import type { AwsPaths } from './aws-paths.ts'
import { type Disk, nodeDisk, orMissing } from './disk.ts'
import { createEditQueue, type EditedFile, type EditQueue } from './edit-queue.ts'
import { createFileHistory } from './file-history.ts'
import type { FileKeeper } from './file-keeper.ts'
import { linkTarget } from './link-target.ts'
import { readShared } from './shared-file.ts'

/**
 * The two files that all AWS tools share. Writes that come at the same time become one.
 * Without a `keeper` no copies are made and nothing can be taken back.
 */
export function createProfileFiles(
  paths: AwsPaths,
  disk: Disk = nodeDisk,
  keeper: FileKeeper | null = null,
): ProfileFiles {
  const credentialsQueue = createEditQueue({ path: paths.credentialsFile, disk, keeper })
  const configQueue = createEditQueue({ path: paths.configFile, disk, keeper })
  const files = [
    { kind: 'credentials', path: paths.credentialsFile, queue: credentialsQueue },
    { kind: 'config', path: paths.configFile, queue: configQueue },
  ] as const
  return {
    credentialsFile: paths.credentialsFile,
    ...(keeper === null ? {} : { history: createFileHistory({ files, keeper, disk }) }),

    async read(profile) {
      const credentials = readOwned(await textOf(paths.credentialsFile, disk), profile)
      return credentials && { credentials, fingerprint: fingerprint(credentials.accessKeyId) }
    },

    async write({ profile, credentials, region, lastFingerprint, takeOver = false }, signal) {
      const session = sessionText(credentials)
      const owned = { profile, takeOver, wroteLast: wroteLast(lastFingerprint) }
      const edited = await credentialsQueue.submit((text) => writeOwned(text, owned, session), signal)
      const regionNotes = region === null ? [] : await addRegion({ paths, queue: configQueue, profile, region }, signal)
      const warnings = [
        ...edited.warnings.map((warning) => noteOf(warning, paths.credentialsFile)),
        ...(await notesOnFiles(paths, profile, disk)),
        ...regionNotes,
      ]
      const change = await changeOf(edited, { path: paths.credentialsFile, disk, keeper })
      return { fingerprint: fingerprint(credentials.accessKeyId), warnings, ...(change === null ? {} : { change }) }
    },

    async show(profile) {
      const credentials = await textOf(paths.credentialsFile, disk)
      // An unreadable config file hides the region, not the keys.
      const config = await textOf(paths.configFile, disk).catch(() => null)
      return writtenLines({ credentials, config }, { profile, ...paths })
    },

    async managed() {
      return managedProfiles((await textOf(paths.credentialsFile, disk)) ?? '').map(profileName)
    },

    async remove(profile, signal, lastFingerprint) {
      const owned = { profile, wroteLast: wroteLast(lastFingerprint) }
      await credentialsQueue.submit((text) => removeOwned(text, owned), signal)
    },
  }
}

/** Tells two access key ids apart without naming either. */
const fingerprint = (accessKeyId: string): string => sha256(accessKeyId).slice(0, 16)

/** Whether a key id is the one that was written last; `undefined` where nobody knows what was. */
function wroteLast(last: string | null | undefined): ((accessKeyId: string) => boolean) | undefined {
  return last === undefined ? undefined : (accessKeyId) => accessKeyId !== '' && fingerprint(accessKeyId) === last
}

/** What the person may want to see: a profile that has just become ours. `null`: it was before. */
async function changeOf({ section, changed }: Edited, { path, disk, keeper }: EditedFile): Promise<FileChange | null> {
  if (!changed || section === undefined || section.owner === 'us') return null
  const target = await linkTarget(path, disk)
  const told = await toldOf(target, keeper)
  const lines = maskedDiff(section.before, section.after)
  const kind = section.owner === 'someone-else' ? 'took-over' : 'added'
  return { profile: section.profile, file: path, kind, lines, ...told }
}

async function toldOf(
  target: string,
  keeper: FileKeeper | null,
): Promise<Pick<FileChange, 'isFirst' | 'copied' | 'agreed'>> {
  if (keeper === null) return { isFirst: false, copied: false, agreed: false }
  const { backups, known } = keeper
  const copies = (await backups.list(target)).length
  // Whoever has copies of earlier days was told then.
  const isFirst = (await known.isFirstChange(target)) && copies <= 1
  return { isFirst, copied: copies > 0, agreed: await known.isAgreed(target) }
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
