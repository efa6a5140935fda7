import { WINNING_VARIABLES } from '../credentials/winning-variables.ts'

/** Variables as a process has them. */
export type Variables = Readonly<Record<string, string | undefined>>

/** What `credtray exec` gives its command. */
export interface ExecSetting {
  readonly identity: string
  readonly uri: string
  readonly tokenFile: string
  /** `null`: the identity names none. */
  readonly region: string | null
  /** Stand-ins for the shared files, where what stands in them would win. */
  readonly files: Variables
  /** Windows does not tell `Path` from `PATH`. */
  readonly platform: string
}

/** The variable by which a prompt, a script and the next `credtray exec` know where they are. */
export const IDENTITY_VARIABLE = 'CREDTRAY_IDENTITY'

/** What of a tool's environment leads to the endpoint. */
const FULL_URI = 'AWS_CONTAINER_CREDENTIALS_FULL_URI'
const TOKEN_FILE = 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE'

/** Whatever any SDK looks at before it asks a container's endpoint. */
const WOULD_WIN: ReadonlySet<string> = new Set([
  ...WINNING_VARIABLES,
  'AWS_PROFILE',
  // Where our own executable is Electron: the command may be one as well, and is to be itself.
  'ELECTRON_RUN_AS_NODE',
])

/** The environment of the command: cleaned of what would win, and pointed at the endpoint. */
export function execEnvironment(inherited: Variables, setting: ExecSetting): Record<string, string> {
  const { identity, uri, tokenFile, region, files, platform } = setting
  const nameOf = (name: string): string => (platform === 'win32' ? name.toUpperCase() : name)
  const kept = Object.entries(inherited).flatMap(([name, value]): readonly (readonly [string, string])[] =>
    value === undefined || WOULD_WIN.has(nameOf(name)) ? [] : [[name, value]],
  )
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(
      Object.entries(files).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    ...(region === null || kept.some(([name, value]) => isRegion(nameOf(name)) && value !== '')
      ? {}
      : regionOf(region)),
    [FULL_URI]: uri,
    [TOKEN_FILE]: tokenFile,
    [IDENTITY_VARIABLE]: identity,
  }
}

const isRegion = (name: string): boolean => name === 'AWS_REGION' || name === 'AWS_DEFAULT_REGION'

/** botocore reads the second only, most others the first. */
const regionOf = (region: string) => ({ AWS_REGION: region, AWS_DEFAULT_REGION: region })

/** Without the endpoint of a `credtray exec` around this process: what is started here must not get its keys from there. */
export function outsideExec(inherited: Variables): Variables {
  if (inherited[IDENTITY_VARIABLE] === undefined) return inherited
  return { ...inherited, [FULL_URI]: undefined, [TOKEN_FILE]: undefined, [IDENTITY_VARIABLE]: undefined }
}
