import { once } from 'node:events'
import { Message, type MessageBus, MessageType, sessionBus, Variant } from '@jellybrick/dbus-next'

/**
 * One connection to a bus. Services answer messages themselves: `Interface.configureMembers` of dbus-next 0.11.3 loses
 * what it is given (the fields of an instance hide the members that it puts on the prototype).
 */
export interface Bus {
  own(name: string): Promise<void>
  serve(service: Service): void
  emit(signal: Signal): void
  call(order: Call): Promise<readonly unknown[]>
  /** From now on, until the bus is closed. */
  onSignal(interfaceName: string, listener: (member: string, body: readonly unknown[]) => void): Promise<void>
  close(): void
}

export interface Service {
  readonly path: string
  readonly interface: string
  readonly methods: Readonly<Record<string, Method>>
  readonly properties?: Readonly<Record<string, Variant>>
}

/** What it gives back, as a D-Bus signature, and how. An error thrown becomes a D-Bus error. */
export interface Method {
  readonly returns: string
  readonly answer: (args: readonly unknown[]) => readonly unknown[]
}

export interface Signal {
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly signature: string
  readonly body: unknown[]
}

export interface Call {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly signature?: string
  readonly body?: unknown[]
}

export async function connectBus(address: string): Promise<Bus> {
  const bus = sessionBus({ busAddress: address })
  await once(bus, 'connect')
  const call = async (order: Call): Promise<readonly unknown[]> => (await bus.call(new Message(order)))?.body ?? []
  return {
    own: async (name) => void (await bus.requestName(name)),
    serve: (service) => bus.addMethodHandler((message) => answer(bus, service, message)),
    emit: (signal) => bus.send(new Message({ type: MessageType.SIGNAL, ...signal })),
    call,
    onSignal: async (interfaceName, listener) => {
      await call({
        ...DAEMON,
        member: 'AddMatch',
        signature: 's',
        body: [`type='signal',interface='${interfaceName}'`],
      })
      bus.on('message', (message) => {
        if (message.type === MessageType.SIGNAL && message.interface === interfaceName)
          listener(message.member, message.body.map(plain))
      })
    },
    close: () => bus.disconnect(),
  }
}

const DAEMON = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const

const PROPERTIES = 'org.freedesktop.DBus.Properties'

/** Whether the message was for this service. */
function answer(bus: MessageBus, service: Service, message: Message): boolean {
  if (message.path !== service.path) return false
  if (message.interface === PROPERTIES && message.body[0] === service.interface)
    return tellProperty(bus, service, message)
  const method = message.interface === service.interface ? service.methods[message.member] : undefined
  if (method === undefined) return false
  try {
    bus.send(Message.newMethodReturn(message, method.returns, [...method.answer(message.body.map(plain))]))
  } catch (error) {
    bus.send(Message.newError(message, 'org.freedesktop.DBus.Error.Failed', String(error)))
  }
  return true
}

function tellProperty(bus: MessageBus, { properties = {} }: Service, message: Message): boolean {
  const property = properties[String(message.body[1])]
  if (message.member === 'GetAll') bus.send(Message.newMethodReturn(message, 'a{sv}', [properties]))
  else if (message.member === 'Get' && property) bus.send(Message.newMethodReturn(message, 'v', [property]))
  else return false
  return true
}

/** D-Bus wraps values of open type; here they are as they would be in JSON. */
export function plain(value: unknown): unknown {
  if (value instanceof Variant) return plain(value.value)
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}
