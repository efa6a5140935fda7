import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instant } from '#core/base/time'
import { Secret } from '#core/base/secret'
import type { SessionCredentials } from '#core/credentials/credentials'
import { profileName } from '#core/identity/names'
import type { AwsPaths } from '#host/aws-files/aws-paths'

/** A home folder of its own for one test, gone afterwards. */
export interface AwsFolder extends AwsPaths, AsyncDisposable {
  readonly home: string
  readonly folder: string
  /** Puts a credentials file there. */
  write(text: string): Promise<void>
  text(): Promise<string>
  /** What is in `~/.aws`, sorted. */
  names(): Promise<readonly string[]>
}

export async function awsFolder(options: { readonly make?: boolean } = {}): Promise<AwsFolder> {
  const home = await mkdtemp(join(tmpdir(), 'credtray-test-'))
  const folder = join(home, '.aws')
  const credentialsFile = join(folder, 'credentials')
  if (options.make !== false) await mkdir(folder, { mode: 0o700 })
  return {
    home,
    folder,
    credentialsFile,
    configFile: join(folder, 'config'),
    write: (text) => writeFile(credentialsFile, text, { mode: 0o600 }),
    text: () => readFile(credentialsFile, 'utf8'),
    names: async () => (await readdir(folder)).toSorted(),
    [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }),
  }
}

/** The nth session of a profile: three values that belong together. AWS's documented EXAMPLE keys, numbered. */
export function exampleSession(nth = 0, changes: Partial<SessionCredentials> = {}): SessionCredentials {
  return {
    accessKeyId: `ASIAIOSFODNN7EXAMPL${nth}`,
    secretAccessKey: new Secret(`wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY${nth}`),
    sessionToken: new Secret(`IQoJb3JpZ2luX2VjEXAMPLETOKEN${nth}==`),
    expiresAt: instant(Date.UTC(2026, 10, 22, 21, 5, 11)),
    accountId: null,
    ...changes,
  }
}

/** What the section of `exampleSession(nth)` looks like in the file. */
export const exampleSection = (profile: string, nth = 0): string =>
  `[${profile}]
aws_access_key_id = ASIAIOSFODNN7EXAMPL${nth}
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY${nth}
aws_session_token = IQoJb3JpZ2luX2VjEXAMPLETOKEN${nth}==
x_security_token_expires = 2026-11-22T21:05:11Z
manager = credtray
`

export const writeOrder = (profile: string, nth = 0, region: string | null = null) => ({
  profile: profileName(profile),
  credentials: exampleSession(nth),
  region,
})

export const neverAborted = (): AbortSignal => new AbortController().signal
