import type { ProfileName } from '../identity/identity.ts'

/** A program with its arguments; no shell takes them apart. */
export interface Launch {
  readonly file: string
  readonly args: readonly string[]
}

export interface TerminalPlan {
  /** The first one that is installed is started. Arguments may be `SCRIPT` or `ENCODED`. */
  readonly launches: readonly Launch[]
  /** What the shell inside begins with, where the launch names it. `null`: nothing. */
  readonly script: string | null
}

export interface TerminalWish {
  readonly platform: 'linux' | 'darwin' | 'win32'
  readonly profile: ProfileName
  readonly region: string | null
  /** Where the profile is, if not where AWS's tools look by themselves. `null`: there. */
  readonly files: { readonly credentials: string | null; readonly config: string | null }
  /** The person's choice in the settings, as words. `null`: none. */
  readonly chosen: readonly string[] | null
  /** What the desktop says: `$TERMINAL`. `null`: nothing. */
  readonly preferred: string | null
  /** The person's shell: `$SHELL`. */
  readonly shell: string
}

/** Stands for the path of a file that holds the script, for this user alone. */
export const SCRIPT = '{script}'

/** Stands for the script in Base64 of UTF-16, as PowerShell takes it: no character of that means anything to anybody. */
export const ENCODED = '{encoded}'
