import { z } from 'zod'
import { type Bus, plain } from './bus.ts'
import { type TrayMenu, trayMenuAt } from './tray-menu.ts'

/** One icon in the tray, seen from the panel (org.kde.StatusNotifierItem). */
export interface TrayItem {
  props(): Promise<TrayItemProps>
  /** The primary click. */
  activate(): Promise<void>
  readonly menu: TrayMenu
}

export interface TrayItemProps {
  readonly id: string
  readonly status: string
  readonly toolTip: string
  /** ARGB pixels of the largest picture, `null` where there is none. */
  readonly icon: { readonly width: number; readonly height: number; readonly pixels: Uint8Array } | null
}

const ITEM = 'org.kde.StatusNotifierItem'

const Props = z.object({
  Id: z.string(),
  Status: z.string(),
  Menu: z.string(),
  ToolTip: z.tuple([z.string(), z.unknown(), z.string(), z.string()]).optional(),
  IconPixmap: z.array(z.tuple([z.number(), z.number(), z.instanceof(Uint8Array)])).default([]),
})

/** The address is `:1.3/StatusNotifierItem`, or a name alone. */
export async function trayItemAt(bus: Bus, address: string): Promise<TrayItem> {
  const slash = address.indexOf('/')
  const destination = slash < 0 ? address : address.slice(0, slash)
  const path = slash < 0 ? '/StatusNotifierItem' : address.slice(slash)
  const read = async () => {
    const order = { destination, path, interface: 'org.freedesktop.DBus.Properties', member: 'GetAll' }
    const [all] = await bus.call({ ...order, signature: 's', body: [ITEM] })
    return Props.parse(plain(all))
  }
  return {
    props: async () => propsOf(await read()),
    activate: async () =>
      void (await bus.call({ destination, path, interface: ITEM, member: 'Activate', signature: 'ii', body: [0, 0] })),
    menu: trayMenuAt(bus, destination, (await read()).Menu),
  }
}

function propsOf(props: z.infer<typeof Props>): TrayItemProps {
  const [largest] = props.IconPixmap.toSorted(([left], [right]) => right - left)
  return {
    id: props.Id,
    status: props.Status,
    toolTip: props.ToolTip?.[2] ?? '',
    icon: largest === undefined ? null : { width: largest[0], height: largest[1], pixels: largest[2] },
  }
}
