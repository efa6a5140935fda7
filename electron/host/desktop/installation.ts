import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Installation } from '#core/settings/no-updates'
import type { Environment } from '../this-machine.ts'

/** Where a program runs from. */
export interface ProgramPlace {
  readonly platform: NodeJS.Platform
  readonly env: Environment
  /** The running executable. */
  readonly executable: string
  /** The folder with what ships beside the program. */
  readonly resources: string
}

/** What only the package itself can tell: whether it has a feed, and who put it here. */
export function installation(place: ProgramPlace, isPackaged: boolean): Installation {
  return {
    isPackaged,
    // electron-builder writes it into packages that have a feed.
    hasFeed: existsSync(join(place.resources, 'app-update.yml')),
    replacedBy: replacedBy(place),
  }
}

function replacedBy(place: ProgramPlace): Installation['replacedBy'] {
  if (isManaged(place)) return 'package-manager'
  const { platform, env } = place
  if (platform === 'linux') return isAppImage(place) ? 'itself' : 'person'
  // The portable form unpacks itself into a folder that is gone when it ends.
  return platform === 'win32' && isSet(env['PORTABLE_EXECUTABLE_FILE']) ? 'person' : 'itself'
}

/** A deb, an rpm and a pacman package say so themselves; of the others the place tells. */
function isManaged({ platform, env, executable, resources }: ProgramPlace): boolean {
  if (existsSync(join(resources, 'package-type'))) return true
  if (platform === 'linux') return isSet(env['SNAP']) || isSet(env['FLATPAK_ID'])
  if (platform === 'darwin') return CASKS.some((folder) => existsSync(folder))
  return /\\(scoop|chocolatey|WindowsApps)\\/i.test(executable)
}

/** What Homebrew knows of what it installed, on Apple's processors and on Intel's. */
const CASKS = ['/opt/homebrew/Caskroom/credtray', '/usr/local/Caskroom/credtray']

/** A program that an AppImage has started inherits its variables, so the executable must lie inside. */
function isAppImage({ env, executable }: ProgramPlace): boolean {
  const { APPDIR: mounted, APPIMAGE: image } = env
  return isSet(image) && mounted !== undefined && mounted !== '' && executable.startsWith(mounted + sep)
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== ''
