import { Variant } from '@jellybrick/dbus-next'
import { z } from 'zod'
import { type Bus, plain } from './bus.ts'

/** A tray's menu, seen from the panel (com.canonical.dbusmenu). Read anew each time: ids change with every menu set. */
export interface TrayMenu {
  items(): Promise<readonly MenuItem[]>
  /** Clicks the item with these labels, outermost first. A label may be given by its beginning. */
  click(...labels: readonly string[]): Promise<void>
}

export interface MenuItem {
  /** Empty for a separator. */
  readonly label: string
  readonly separator: boolean
  readonly enabled: boolean
  /** `null`: an item without a mark. */
  readonly checked: boolean | null
  readonly children: readonly MenuItem[]
}

interface Numbered extends MenuItem {
  readonly id: number
  readonly children: readonly Numbered[]
}

const MENU = 'com.canonical.dbusmenu'

export function trayMenuAt(bus: Bus, destination: string, path: string): TrayMenu {
  const order = { destination, path, interface: MENU }
  const read = async (): Promise<readonly Numbered[]> => {
    const [, root] = await bus.call({ ...order, member: 'GetLayout', signature: 'iias', body: [0, -1, []] })
    return numbered(plain(root)).children
  }
  return {
    items: async () => (await read()).map(withoutId),
    click: async (...labels) => {
      const { id } = find(await read(), labels)
      const event = [id, 'clicked', new Variant('i', 0), Math.floor(Date.now() / 1_000)]
      await bus.call({ ...order, member: 'Event', signature: 'isvu', body: event })
    },
  }
}

const Layout = z.tuple([
  z.number(),
  z.object({
    label: z.string().default(''),
    type: z.string().default('standard'),
    enabled: z.boolean().default(true),
    visible: z.boolean().default(true),
    'toggle-type': z.string().default(''),
    'toggle-state': z.number().default(0),
  }),
  z.array(z.unknown()),
])

function numbered(layout: unknown): Numbered {
  const [id, props, children] = Layout.parse(layout)
  return {
    id,
    label: withoutMnemonic(props.label),
    separator: props.type === 'separator',
    enabled: props.enabled,
    checked: props['toggle-type'] === '' ? null : props['toggle-state'] === 1,
    children: children.map(numbered),
  }
}

/** `_Open` underlines the O, `__` is an underscore. */
const withoutMnemonic = (label: string): string => label.replace(/_(.)/g, '$1')

function withoutId({ id: _id, children, ...item }: Numbered): MenuItem {
  return { ...item, children: children.map(withoutId) }
}

function find(items: readonly Numbered[], labels: readonly string[]): Numbered {
  const [first, ...rest] = labels
  const found =
    items.find(({ label }) => label === first) ?? items.find(({ label }) => first && label.startsWith(first))
  if (found === undefined)
    throw new Error(`no menu item "${first}" among: ${items.map(({ label }) => label).join(', ')}`)
  return rest.length === 0 ? found : find(found.children, rest)
}
