import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { protocol, type Session } from 'electron'
import { SCHEME, WINDOW_HEADERS } from './window-content.ts'

/** Must run before the app is ready. */
export function declareWindowProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])
}

/** Serves the built window from one folder to the pages of one session, flat names only. */
export function serveWindow(folder: string, to: Session): void {
  to.protocol.handle(SCHEME, async ({ url }) => {
    const { host, pathname } = new URL(url)
    const file = FILE.exec(pathname)?.[1]
    const type = file === undefined ? undefined : TYPES.get(extname(file))
    if (host !== 'app' || file === undefined || type === undefined) return nothing()
    const body = await readFile(join(folder, file)).catch(() => null)
    if (body === null) return nothing()
    return new Response(new Uint8Array(body), { headers: { ...WINDOW_HEADERS, 'content-type': type } })
  })
}

const nothing = (): Response => new Response(null, { status: 404, headers: WINDOW_HEADERS })

/** `/index.html`, `/assets/index-abc123.js`: no dots that climb, no other folder. */
const FILE = /^\/((?:assets\/)?[\w-]+(?:\.[\w-]+)*)$/

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
])
