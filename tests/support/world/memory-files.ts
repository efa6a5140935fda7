import type { ProblemError } from '#core/base/problem'
import type { SessionCredentials } from '#core/credentials/credentials'
import type { ProfileName } from '#core/identity/identity'
import { NOTHING_REMEMBERED, type Remembered, withChanges } from '#core/session/remembered'
import type { FileHistory, Memory, ProfileFiles } from '#engine/ports'

/** A credentials file that is a map, and remembers each write. */
export interface MemoryFiles extends ProfileFiles {
  readonly sections: Map<ProfileName, SessionCredentials>
  readonly writes: { readonly profile: ProfileName; readonly accessKeyId: string }[]
  readonly removed: ProfileName[]
  history?: FileHistory
  write: ProfileFiles['write']
  /** The next write fails with this. */
  failNext: ProblemError | null
  /** As long as it is there, nothing can be taken out of the file. */
  failRemovals: ProblemError | null
}

export function memoryFiles(): MemoryFiles {
  const sections = new Map<ProfileName, SessionCredentials>()
  const files: MemoryFiles = {
    credentialsFile: '/home/ana/.aws/credentials',
    sections,
    writes: [],
    removed: [],
    failNext: null,
    failRemovals: null,
    read: async (profile) => {
      const credentials = sections.get(profile)
      return credentials === undefined ? null : { credentials, fingerprint: `print of ${credentials.accessKeyId}` }
    },
    async write({ profile, credentials }) {
      const failure = files.failNext
      files.failNext = null
      if (failure !== null) throw failure
      sections.set(profile, credentials)
      files.writes.push({ profile, accessKeyId: credentials.accessKeyId })
      return { fingerprint: `print of ${credentials.accessKeyId}` }
    },
    show: async (profile) => ({
      file: '/home/ana/.aws/credentials',
      owner: sections.has(profile) ? 'us' : 'nobody',
      lines: sections.has(profile) ? [{ number: 1, text: `[${profile}]` }] : [],
      region: null,
    }),
    managed: async () => [...sections.keys()],
    async remove(profile) {
      if (files.failRemovals !== null) throw files.failRemovals
      sections.delete(profile)
      files.removed.push(profile)
    },
  }
  return files
}

export interface FakeMemory extends Memory {
  kept: Remembered
}

export function fakeMemory(kept: Remembered = NOTHING_REMEMBERED): FakeMemory {
  const memory: FakeMemory = {
    kept,
    load: async () => memory.kept,
    save: async (remembered) => void (memory.kept = remembered),
    note: async (changes) => void (memory.kept = withChanges(memory.kept, changes)),
  }
  return memory
}
