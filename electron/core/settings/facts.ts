/** What the settings screen has to know besides the settings: how it is where the person chose nothing. No secrets. */
export interface SettingsFacts {
  readonly platform: 'linux' | 'darwin' | 'win32'
  /** Where helpers are looked for, as the login shell has it. */
  readonly path: readonly string[]
  readonly helpersAtOnce: number
  /** What counts since the start; the settings of the same names count from the next one. */
  readonly started: {
    readonly folder: string | null
    readonly credentialsFile: string
    readonly configFile: string
    readonly mirror: string | null
  }
  /** Why it cannot be switched on here. `null`: it can. */
  readonly noStartAtLogin: string | null
  /** Why it may not look for new versions here. `null`: it may. */
  readonly noUpdates: string | null
}
