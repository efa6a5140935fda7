import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { DEFAULT_SETTINGS, type Settings } from '#core/settings/settings'
import { root } from '../../../build/setup/project.mjs'
import { type Desktop, openDesktop } from '../desk/desktop-session.ts'
import { type Launch, type LaunchedApp, launchApp } from './launch-app.ts'
import { readIni } from '../files/plain-ini-reader.ts'

/** Somebody with a desktop, a home, a configuration, helpers of their company, and the app. */
export interface Person {
  readonly desktop: Desktop
  readonly home: string
  readonly dataDir: string
  readonly configFile: string
  readonly credentialsFile: string
  /** Saves the configuration: YAML as it is, or the parts of one. */
  configure(config: string | Configuration): void
  /** Saves what they chose in the window at an earlier start. */
  choose(settings: Partial<Settings>): void
  /** Puts a shell script on the disk that counts its runs. */
  helper(name: string, script: string): Helper
  /** Starts the app, at this configuration or, where there is none, at the demo. */
  start(options?: Pick<Launch, 'args' | 'env'>): Promise<LaunchedApp>
  /** Saves the credentials file. */
  write(credentials: string): void
  /** The credentials file; '' where there is none. */
  credentials(): string
  /** A section of the credentials file; `null` where there is none. */
  profile(name: string): Readonly<Record<string, string>> | null
  /** Ends the app and the desktop. Nothing stays behind. */
  leave(): Promise<void>
}

export interface Configuration {
  readonly identities: Readonly<Record<string, object>>
  /** The `credtray:` block. */
  readonly settings?: object
}

export interface Helper {
  /** What to write after credential_process. */
  readonly command: string
  /** How often it was started. */
  runs(): number
}

export async function arrive(options: Parameters<typeof openDesktop>[0] = {}): Promise<Person> {
  const desktop = await openDesktop(options)
  const home = mkdtempSync(join(tmpdir(), 'credtray-home-'))
  const configFile = join(home, '.config/credtray/config.yaml')
  const credentialsFile = join(home, '.aws/credentials')
  const credentials = (): string => (existsSync(credentialsFile) ? readFileSync(credentialsFile, 'utf8') : '')
  return {
    desktop,
    home,
    dataDir: join(home, 'data'),
    configFile,
    credentialsFile,
    configure: (config) => put(configFile, typeof config === 'string' ? config : yamlOf(config)),
    choose: (settings) => put(join(home, 'data/settings.json'), JSON.stringify({ ...DEFAULT_SETTINGS, ...settings })),
    helper: (name, script) => putHelper(join(home, 'helpers'), name, script),
    start: ({ args = [], env = {} } = {}) => launchApp({ desktop, home, args, env: { ...TRUSTING, ...env } }),
    write: (text) => put(credentialsFile, text),
    credentials,
    profile: (name) => readIni(credentials())[name] ?? null,
    leave: async () => {
      await desktop.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** This person has read what they run; what is asked of those who have not is another test's matter. */
export const TRUSTING = { CREDTRAY_TRUST: 'all' } as const

/** An identity that runs this command. `more` goes into its `credentials`. */
export const byCommand = (command: string, more: object = {}): object => ({
  kind: 'aws/credentials',
  credentials: { credential_process: command, region: 'eu-west-1', ...more },
})

/** The shell line that prints good keys, new ones at each run. The STS of the demo takes them as well. */
export const keysFor = (lastsSeconds: number): string => `exec "${root}/assets/demo/print-session.sh" ${lastsSeconds}`

const yamlOf = ({ identities, settings = {} }: Configuration): string =>
  stringify({ auth: { identities }, credtray: settings })

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, text, { mode: 0o600 })
}

function putHelper(folder: string, name: string, script: string): Helper {
  const file = join(folder, name)
  const counter = `${file}.runs`
  put(file, `#!/bin/sh\necho run >>"${counter}"\n${script}\n`)
  chmodSync(file, 0o700)
  return { command: file, runs: () => (existsSync(counter) ? readFileSync(counter, 'utf8').split('\n').length - 1 : 0) }
}
