import { expect, test } from 'vitest'
import { isWayland } from '#host/desktop/wayland'

test.each([
  ['linux', { XDG_SESSION_TYPE: 'wayland' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }, false],
  ['darwin', { WAYLAND_DISPLAY: 'wayland-0' }, false],
] as const)('on %s with %j it is Wayland: %s', (platform, env, expected) => {
  expect(isWayland(platform, env)).toBe(expected)
})
