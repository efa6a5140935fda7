import { join, resolve } from 'node:path'
import type { Environment } from '../this-machine.ts'

/** Where the two files are that every AWS tool shares. */
export interface AwsPaths {
  readonly credentialsFile: string
  readonly configFile: string
}

/** As the AWS tools find them: the two environment variables, else `~/.aws`. A `~` at the start is the home folder. */
export function awsPaths(environment: Environment, home: string): AwsPaths {
  return {
    credentialsFile: chosen(environment['AWS_SHARED_CREDENTIALS_FILE'], join(home, '.aws', 'credentials'), home),
    configFile: chosen(environment['AWS_CONFIG_FILE'], join(home, '.aws', 'config'), home),
  }
}

/** An empty variable is as good as none. */
function chosen(variable: string | undefined, usual: string, home: string): string {
  if (variable === undefined || variable.trim() === '') return usual
  return resolve(variable === '~' || /^~[/\\]/.test(variable) ? join(home, variable.slice(1)) : variable)
}
