import { startDesktopSession } from '../../../build/setup/desktop-session.mjs'
import { connectBus } from './bus.ts'
import { createLogin, type Login } from './login.ts'
import { createNotificationDaemon, type NotificationDaemon } from './notification-daemon.ts'
import { createTrayHost, type TrayHost } from './tray-host.ts'

/** A desktop of a test's own: X server, session bus, and what a panel and systemd would answer on the buses. */
export interface Desktop {
  /** What a program needs to find itself on this desktop. */
  readonly env: Readonly<Record<string, string>>
  /** `null`: a desktop without a tray host, as GNOME is. */
  readonly tray: TrayHost | null
  readonly notifications: NotificationDaemon
  readonly login: Login
  /** Something to end before the desktop goes, the latest first: a program that loses its bus complains loudly. */
  beforeClose(work: () => Promise<void>): void
  close(): Promise<void>
}

export async function openDesktop({ trayHost = true }: { readonly trayHost?: boolean } = {}): Promise<Desktop> {
  const session = await startDesktopSession({ systemBus: 'own' })
  const bus = await connectBus(session.env['DBUS_SESSION_BUS_ADDRESS'] ?? '')
  const systemBus = await connectBus(session.env['DBUS_SYSTEM_BUS_ADDRESS'] ?? '')
  const toEnd: (() => Promise<void>)[] = []
  return {
    env: session.env,
    tray: trayHost ? await createTrayHost(bus) : null,
    notifications: await createNotificationDaemon(bus),
    login: await createLogin(systemBus),
    beforeClose: (work) => void toEnd.unshift(work),
    close: async () => {
      for (const work of toEnd) await work()
      bus.close()
      systemBus.close()
      await session.stop()
    },
  }
}
