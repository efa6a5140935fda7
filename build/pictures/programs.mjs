import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findOnPath } from '../setup/on-path.mjs'
import { isRoot, Stop } from '../setup/project.mjs'

/** Debian's package for each program of the desktop that we take pictures of. */
const PACKAGES = {
  openbox: 'openbox',
  'xfce4-panel': 'xfce4-panel',
  xdotool: 'xdotool',
  xsetroot: 'x11-xserver-utils',
  convert: 'imagemagick',
}

/** Programs that stand outside the PATH, in a folder that is named after the processor. */
const LIBRARIES = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`
export const XFCONFD = join(LIBRARIES, 'xfce4/xfconf/xfconfd')
export const NOTIFYD = join(LIBRARIES, 'xfce4/notifyd/xfce4-notifyd')

/** Without them the pictures are made all the same, and look plainer. */
export const INTER = '/usr/share/fonts/opentype/inter'

/** Stops with the one command where something is missing. */
export function needPrograms() {
  if (process.platform !== 'linux') throw new Stop('The pictures are taken on a Linux desktop (Xvfb, Xfce).')
  const missing = [
    ...Object.entries(PACKAGES).flatMap(([program, name]) => (findOnPath(program) === null ? [name] : [])),
    ...(existsSync(XFCONFD) ? [] : ['xfconf']),
    ...(existsSync(NOTIFYD) ? [] : ['xfce4-notifyd']),
  ]
  if (missing.length === 0) return
  const sudo = isRoot ? '' : 'sudo '
  throw new Stop(
    `The pictures need a desktop. Install it and try again:\n  ${sudo}apt-get install -y --no-install-recommends ${missing.join(' ')} fonts-inter`,
  )
}
