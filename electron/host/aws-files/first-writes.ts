import { ProblemError } from '#core/base/problem'
import type { Result } from '#core/base/result'
import { type DiffLine, maskedDiff } from '#core/profile-file/diff'
import type { Edited } from '#core/profile-file/edit'
import type { WritePreview } from '#core/profile-file/history'
import { managedProfiles } from '#core/profile-file/managed'
import { type SessionText, writeOwned } from '#core/profile-file/owned'
import { writeRegion } from '#core/profile-file/region'
import type { FileHistory } from '#engine/ports'
import type { HistoryParts, KeptFile } from './file-history.ts'
import { linkTarget } from './link-target.ts'
import { readShared } from './shared-file.ts'

/** What has to be shown before it is made: the very first change of a file that holds something of the person's. */
export function createFirstWrites(parts: HistoryParts): Pick<FileHistory, 'firstWrites' | 'agree'> {
  return {
    async firstWrites({ profile, region }) {
      const found = await Promise.all(
        parts.files.map(async (file): Promise<readonly WritePreview[]> => {
          if (file.kind === 'config' && region === null) return []
          const text = await untouchedText(file, parts)
          const edited = text === null ? null : editOf(file, { text, profile, region })
          const lines = edited === null ? [] : linesOf(edited)
          return lines.length === 0 ? [] : [{ file: file.path, lines }]
        }),
      )
      return found.flat()
    },

    async agree() {
      const targets = await Promise.all(parts.files.map(({ path }) => linkTarget(path, parts.disk)))
      for (const target of targets) await parts.keeper.known.agree(target)
    },
  }
}

/** The text of a file that is the person's alone so far. `null`: nobody's, or Credtray has written to it before. */
async function untouchedText({ path }: KeptFile, { keeper, disk }: HistoryParts): Promise<string | null> {
  const target = await linkTarget(path, disk)
  if (await keeper.known.isAgreed(target)) return null
  if ((await keeper.backups.list(target)).length > 0) return null
  const text = (await readShared(path, disk))?.bytes.toString('latin1') ?? ''
  if (text.trim() !== '') return managedProfiles(text).length > 0 ? null : text
  // It is written next, and what then stands in it is ours: a region has no mark that would say so.
  await keeper.known.agree(target)
  return null
}

interface Wanted {
  readonly text: string
  readonly profile: string
  readonly region: string | null
}

function editOf({ kind }: KeptFile, { text, profile, region }: Wanted): Result<Edited> | null {
  if (kind === 'credentials') return writeOwned(text, { profile }, UNKNOWN_YET)
  return region === null ? null : writeRegion(text, profile, region)
}

/** Fails where the write would be refused. */
export function linesOf(edited: Result<Edited>): readonly DiffLine[] {
  if (!edited.ok) {
    const [problem] = edited.problems
    throw problem === undefined ? new Error('refused without a reason') : new ProblemError(problem)
  }
  const { section } = edited.value
  return section === undefined ? [] : maskedDiff(section.before, section.after)
}

/** In a preview every secret is masked, and nobody knows yet when the keys will end. */
export const UNKNOWN_YET: SessionText = {
  accessKeyId: 'new',
  secretAccessKey: 'new',
  sessionToken: 'new',
  expires: '(their end)',
}
