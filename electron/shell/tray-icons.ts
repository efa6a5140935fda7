import { join } from 'node:path'
import type { TrayIconName } from '#core/tray/tray-model'

/** The picture of each state for this system, each loaded once: setting fresh images over and over leaks (electron#20850). */
export function createTrayIcons<Image>(
  assets: string,
  platform: NodeJS.Platform,
  load: (file: string) => Image,
): (name: TrayIconName) => Image {
  const loaded = new Map<TrayIconName, Image>()
  return (name) => {
    const image = loaded.get(name) ?? load(join(assets, 'tray', trayIconFile(name, platform)))
    loaded.set(name, image)
    return image
  }
}

/** Electron finds `@2x` beside the file by itself; on macOS the ending `Template` lets the menu bar colour it. */
function trayIconFile(name: TrayIconName, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return `mac/${name}Template.png`
  return platform === 'win32' ? `win/${name}.ico` : `linux/${name}.png`
}
