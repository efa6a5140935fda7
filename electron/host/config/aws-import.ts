import type { Problem } from '#core/base/problem'
import { importedIdentities, type Imported } from '#core/aws-config/imported'
import { mergedProfiles, readProfiles, type Profiles, type SharedFile } from '#core/aws-config/read-profiles'
import { awsPaths } from '../aws-files/aws-paths.ts'
import type { Environment } from '../this-machine.ts'
import type { Look } from './config-look.ts'

export interface AwsImport extends Imported {
  /** The file that people know it by. */
  readonly file: string
  readonly problems: readonly Problem[]
}

export interface AwsImportContext {
  readonly env: Environment
  readonly home: string
  readonly userName: string
}

/** The identities of the two shared AWS files. They are only read. */
export async function readAwsImport({ env, home, userName }: AwsImportContext, look: Look): Promise<AwsImport> {
  const { configFile, credentialsFile } = awsPaths(env, home)
  const problems: Problem[] = []
  const read = async (file: string, kind: SharedFile['kind']): Promise<Profiles> => {
    const content = await look.text(file)
    if (content.kind === 'unreadable') problems.push(content.problem)
    const profiles = content.kind === 'text' ? readProfiles({ text: content.text, file, kind }) : null
    if (profiles?.ok === false) problems.push(...profiles.problems)
    return profiles?.ok === true ? profiles.value : new Map()
  }
  const profiles = mergedProfiles(await read(configFile, 'config'), await read(credentialsFile, 'credentials'))
  return { ...importedIdentities({ profiles, userName }), problems, file: configFile }
}
