import type { Problem } from '#core/base/problem'
import { Secret } from '#core/base/secret'
import { hours, minutes, seconds } from '#core/base/time'
import type { Config } from '#core/config/config'
import type { CredentialSource, Identity } from '#core/identity/identity'
import type { ConfigReading, ConfigSource } from '#engine/ports'
import { identityName, profileName } from '../states/builders.ts'

const FILE = '/home/ana/project/atmos.yaml'

/** One identity whose profile is called like it; by default a silent command. */
export function identity(
  name: string,
  source: Partial<CredentialSource> = {},
  changes: Partial<Identity> = {},
): Identity {
  return {
    name: identityName(name),
    profile: profileName(name),
    kind: 'aws/credentials',
    region: null,
    profileRegion: null,
    source: sourceOf(name, source),
    refresh: { mode: 'auto', lead: minutes(15) },
    tags: [],
    where: { file: FILE, line: 3, column: 5 },
    ...changes,
  }
}

function sourceOf(name: string, source: Partial<CredentialSource>): CredentialSource {
  const process = { kind: 'process', command: name, shell: false, timeout: seconds(60), interactive: false } as const
  return { ...process, ...source } as CredentialSource
}

export const role = (name: string, from: string): Identity =>
  identity(name, {
    kind: 'assume-role',
    role: `arn:aws:iam::111122223333:role/${name}`,
    from: identityName(from),
    sessionName: 'ana',
    lasts: null,
    externalId: null,
    endpoint: null,
  })

/** A user whose sessions are opened with the code of a device. */
export const mfaUser = (name: string): Identity =>
  identity(name, {
    kind: 'user',
    keys: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: new Secret('EXAMPLE') },
    mfaSerial: 'arn:aws:iam::111122223333:mfa/ana',
    lasts: hours(1),
    endpoint: null,
  })

export const config = (...identities: readonly Identity[]): Config => ({
  identities,
  lead: minutes(15),
  notify: { before: minutes(10), quiet: false },
  problems: [],
  notes: [],
})

/** A configuration that the test edits. */
export interface FakeConfig extends ConfigSource {
  edit(next: Config): void
  breakWith(problem: Problem): void
}

export function fakeConfig(first: Config): FakeConfig {
  const queue: ConfigReading[] = [readingOf({ ok: true, value: first })]
  let arrived = (): void => {}
  const push = (reading: ConfigReading): void => {
    queue.push(reading)
    arrived()
  }
  return {
    edit: (next) => push(readingOf({ ok: true, value: next })),
    breakWith: (problem) => push(readingOf({ ok: false, problems: [problem] })),
    approve: async () => undefined,
    async *readings(signal) {
      signal.addEventListener('abort', () => arrived(), { once: true })
      while (!signal.aborted) {
        const next = queue.shift()
        if (next === undefined) await new Promise<void>((resolve) => (arrived = resolve))
        else yield next
      }
    },
  }
}

const readingOf = (parsed: ConfigReading['parsed']): ConfigReading => ({ file: FILE, demo: false, parsed })
