import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withoutDefault } from '#core/aws-config/without-default'
import type { Variables } from '#core/command/exec-environment'
import type { AwsPaths } from './aws-paths.ts'

/** What one command gets to see in place of the person's shared files. */
export interface StandIns {
  readonly variables: Variables
  /** What a person should know of it, a sentence a file. Empty: the files are seen as they are. */
  readonly words: readonly string[]
}

/**
 * Only where a `[default]` profile would win over the endpoint. Of the config file it is a copy without that; of the
 * credentials file it is an empty one, since a copy would put the keys of all other profiles on the disk once more.
 */
export async function standInFiles({ credentialsFile, configFile }: AwsPaths, folder: string): Promise<StandIns> {
  const [config, credentials] = await Promise.all([configFile, credentialsFile].map(look))
  const found = [
    ...(config === undefined || config.left.length === 0
      ? []
      : [
          { variable: 'AWS_CONFIG_FILE', file: join(folder, 'config'), text: config.text, words: inConfig(configFile) },
        ]),
    ...(credentials === undefined || credentials.left.length === 0
      ? []
      : [
          {
            variable: 'AWS_SHARED_CREDENTIALS_FILE',
            file: join(folder, 'credentials'),
            text: '',
            words: inCredentials(credentialsFile),
          },
        ]),
  ]
  for (const { file, text } of found) await writeFile(file, text, { encoding: BYTES, mode: 0o600 })
  return {
    variables: Object.fromEntries(found.map(({ variable, file }) => [variable, file])),
    words: found.map(({ words }) => words),
  }
}

/** A byte a character, whatever the encoding is: nothing but ASCII is looked at. */
const BYTES = 'latin1'

/** A file that is not there, or that cannot be read, leads nobody to keys. */
const look = async (file: string) => withoutDefault(await readFile(file, BYTES).catch(() => ''))

const inConfig = (file: string): string =>
  `[default] of ${file} would win, so the command sees a copy of that file without its keys and roles.`

const inCredentials = (file: string): string =>
  `[default] of ${file} would win, so the command does not see that file, nor the other profiles in it.`
