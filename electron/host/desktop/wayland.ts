import type { Environment } from '../this-machine.ts'

/** Whether this is a Wayland session, also where the app itself runs over XWayland. */
export const isWayland = (platform: NodeJS.Platform, env: Environment): boolean =>
  platform === 'linux' && (env['XDG_SESSION_TYPE'] === 'wayland' || Boolean(env['WAYLAND_DISPLAY']))
