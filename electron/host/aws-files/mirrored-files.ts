import { ProblemError } from '#core/base/problem'
import { mirrorNotWritten } from '#core/profile-file/notes'
import type { FileHistory, ProfileFiles } from '#engine/ports'

/**
 * The same sections in a second credentials file, for tools that read another one (WSL: leapp#448, #153). The first file is
 * the one that counts: what cannot be written to the second is a note. What cannot be taken out of it is a failure, for keys
 * are left behind. Both are shown before the very first write; regions and the way back belong to the first alone.
 */
export function mirroredFiles(first: ProfileFiles, second: ProfileFiles): ProfileFiles {
  return {
    ...first,
    ...(first.history && second.history ? { history: askedOfBoth(first.history, second.history) } : {}),

    async write(order, signal) {
      const written = await first.write(order, signal)
      try {
        // A section of the person's in the second file is never taken over: they have seen the first one only.
        await second.write({ ...order, region: null, takeOver: false }, signal)
        return written
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        const note = mirrorNotWritten(second.credentialsFile, error.message)
        return { ...written, warnings: [...(written.warnings ?? []), note] }
      }
    },

    async managed() {
      // A second file that cannot be read holds nothing that could be taken out.
      const profiles = [await first.managed(), await second.managed().catch(() => [])]
      return [...new Set(profiles.flat())]
    },

    async remove(profile, signal, lastFingerprint) {
      await first.remove(profile, signal, lastFingerprint)
      await second.remove(profile, signal, lastFingerprint)
    },
  }
}

/** One question for both files (issue 4, item 2). What the second would refuse is told by its write. */
function askedOfBoth(first: FileHistory, second: FileHistory): FileHistory {
  return {
    ...first,
    async firstWrites(order) {
      const previews = await first.firstWrites(order)
      const also = await second.firstWrites({ ...order, region: null }).catch((error: unknown) => {
        if (error instanceof ProblemError) return []
        throw error
      })
      return [...previews, ...also]
    },
    async agree() {
      await first.agree()
      await second.agree()
    },
  }
}
