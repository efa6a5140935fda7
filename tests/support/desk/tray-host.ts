import { Variant } from '@jellybrick/dbus-next'
import type { Bus } from './bus.ts'
import { firstOf } from './first-of.ts'
import { type TrayItem, trayItemAt } from './tray-item.ts'

/** The part of a panel that trays register with (org.kde.StatusNotifierWatcher). */
export interface TrayHost {
  /** Addresses in the order they registered. */
  readonly registered: readonly string[]
  /** The item registered as number `index`, waited for where it has not come yet. */
  item(index?: number): Promise<TrayItem>
}

const WATCHER = 'org.kde.StatusNotifierWatcher'
const PATH = '/StatusNotifierWatcher'

export async function createTrayHost(bus: Bus): Promise<TrayHost> {
  const registered: string[] = []
  const waiting = new Set<() => void>()
  const tell = (member: string, signature: string, body: unknown[]) =>
    bus.emit({ path: PATH, interface: WATCHER, member, signature, body })
  bus.serve({
    path: PATH,
    interface: WATCHER,
    methods: {
      RegisterStatusNotifierItem: {
        returns: '',
        answer: ([address]) => {
          registered.push(String(address))
          tell('StatusNotifierItemRegistered', 's', [String(address)])
          for (const wake of waiting) wake()
          return []
        },
      },
      RegisterStatusNotifierHost: { returns: '', answer: () => [] },
    },
    properties: {
      RegisteredStatusNotifierItems: new Variant('as', registered),
      IsStatusNotifierHostRegistered: new Variant('b', true),
      ProtocolVersion: new Variant('i', 0),
    },
  })
  await bus.own(WATCHER)
  return { registered, item: async (index = 0) => trayItemAt(bus, await firstOf(() => registered[index], waiting)) }
}
