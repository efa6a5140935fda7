import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { protocol } from 'electron'

/**
 * The window comes from a protocol of our own, so that nothing of it has the powers of file:
 * https://www.electronjs.org/docs/latest/tutorial/security#18-avoid-usage-of-the-file-protocol-and-prefer-usage-of-custom-protocols
 */
const SCHEME = 'credtray-window'
export const UI_ORIGIN = `${SCHEME}://app`
export const UI_START = `${UI_ORIGIN}/index.html`

/** Must run before the app is ready. */
export function declareWindowProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])
}

/** Serves the built window from one folder, flat names only. */
export function serveWindow(folder: string): void {
  protocol.handle(SCHEME, async ({ url }) => {
    const { host, pathname } = new URL(url)
    const file = FILE.exec(pathname)?.[1]
    const type = file === undefined ? undefined : TYPES.get(extname(file))
    if (host !== 'app' || file === undefined || type === undefined) return new Response(null, { status: 404 })
    const body = await readFile(join(folder, file)).catch(() => null)
    if (body === null) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(body), {
      headers: { 'content-type': type, 'x-content-type-options': 'nosniff' },
    })
  })
}

/** `/index.html`, `/assets/index-abc123.js`: no dots that climb, no other folder. */
const FILE = /^\/((?:assets\/)?[\w-]+(?:\.[\w-]+)*)$/

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
])
