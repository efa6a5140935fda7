import { z } from 'zod'
import type { Bus } from './bus.ts'
import { firstOf } from './first-of.ts'

/** What a desktop shows messages with (org.freedesktop.Notifications). Shows nothing, remembers all. */
export interface NotificationDaemon {
  readonly calls: readonly Notified[]
  /** Those that the program has taken back, by id. */
  readonly takenBack: readonly number[]
  /** The first message, old or new, that the test is waiting for. */
  until(wanted: (notified: Notified) => boolean): Promise<Notified>
  /** The person clicks it: `default` is the message itself, others are its buttons. */
  invoke(id: number, action: string): void
  /** The person, or time, closes it. */
  dismiss(id: number): void
}

export interface Notified {
  readonly id: number
  readonly replaces: number
  readonly summary: string
  readonly body: string
  readonly actions: readonly string[]
  readonly urgency: number
}

const NAME = 'org.freedesktop.Notifications'
const PATH = '/org/freedesktop/Notifications'
const DISMISSED_BY_PERSON = 2

const Arguments = z.tuple([
  z.string(),
  z.number(),
  z.string(),
  z.string(),
  z.string(),
  z.array(z.string()),
  z.object({ urgency: z.number().default(1) }),
  z.number(),
])

export async function createNotificationDaemon(bus: Bus): Promise<NotificationDaemon> {
  const calls: Notified[] = []
  const takenBack: number[] = []
  const waiting = new Set<() => void>()
  const notify = (args: readonly unknown[]): readonly [number] => {
    const [, replaces, , summary, body, actions, { urgency }] = Arguments.parse(args)
    const id = replaces === 0 ? calls.length + 1 : replaces
    calls.push({ id, replaces, summary, body, actions, urgency })
    for (const look of waiting) look()
    return [id]
  }
  const close = (args: readonly unknown[]): readonly [] => {
    takenBack.push(...z.tuple([z.number()]).parse(args))
    return []
  }
  const tell = (member: string, signature: string, body: unknown[]) =>
    bus.emit({ path: PATH, interface: NAME, member, signature, body })
  bus.serve({
    path: PATH,
    interface: NAME,
    methods: {
      GetCapabilities: { returns: 'as', answer: () => [['actions', 'body', 'body-markup', 'persistence']] },
      GetServerInformation: { returns: 'ssss', answer: () => ['fake', 'credtray', '1.0', '1.2'] },
      Notify: { returns: 'u', answer: notify },
      CloseNotification: { returns: '', answer: close },
    },
  })
  await bus.own(NAME)
  return {
    calls,
    takenBack,
    until: (wanted) => firstOf(() => calls.find(wanted), waiting),
    invoke: (id, action) => tell('ActionInvoked', 'us', [id, action]),
    dismiss: (id) => tell('NotificationClosed', 'uu', [id, DISMISSED_BY_PERSON]),
  }
}
