import type { Bus } from './bus.ts'

/** The part of systemd-logind that says when the machine sleeps, wakes or goes down. Lives on the system bus. */
export interface Login {
  /** `what` of each inhibitor that was asked for; all are refused, which programs must bear. */
  readonly inhibited: readonly string[]
  sleep(): void
  wake(): void
  shutDown(): void
}

const MANAGER = 'org.freedesktop.login1.Manager'
const PATH = '/org/freedesktop/login1'
const SESSION = '/org/freedesktop/login1/session/_31'

export async function createLogin(bus: Bus): Promise<Login> {
  const inhibited: string[] = []
  const tell = (member: string, value: boolean) =>
    bus.emit({ path: PATH, interface: MANAGER, member, signature: 'b', body: [value] })
  bus.serve({
    path: PATH,
    interface: MANAGER,
    methods: {
      Inhibit: {
        returns: 'h',
        answer: ([what]) => {
          inhibited.push(String(what))
          throw new Error('no inhibitors here')
        },
      },
      GetSessionByPID: { returns: 'o', answer: () => [SESSION] },
      GetSession: { returns: 'o', answer: () => [SESSION] },
    },
  })
  await bus.own('org.freedesktop.login1')
  return {
    inhibited,
    sleep: () => tell('PrepareForSleep', true),
    wake: () => tell('PrepareForSleep', false),
    shutDown: () => tell('PrepareForShutdown', true),
  }
}
