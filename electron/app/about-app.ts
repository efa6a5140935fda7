import { arch, homedir, release, type } from 'node:os'
import { app } from 'electron'
import type { DiagnosticsFacts } from '#core/diagnostics/diagnostics'

/** What this app runs on, for whoever helps. */
export function aboutApp(trayHost: DiagnosticsFacts['trayHost']): DiagnosticsFacts {
  const { XDG_CURRENT_DESKTOP: desktop, XDG_SESSION_TYPE: session } = process.env
  const { electron, chrome, node } = process.versions
  return {
    version: app.getVersion(),
    system: `${type()} ${release()} ${arch()}`,
    desktop: [desktop, session].filter((word) => word !== undefined && word !== '').join(' on '),
    trayHost,
    runtime: `Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    home: homedir(),
  }
}
