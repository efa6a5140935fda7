import { ProblemError, type Problem } from '#core/base/problem'
import { Secret } from '#core/base/secret'
import { after, hours, type Duration, type Instant } from '#core/base/time'
import type { Obtained } from '#core/credentials/credentials'
import type { CallerIdentity } from '#core/identity/caller'
import type { Caller, TokenService } from '#engine/ports'

export type FakeTokenCall =
  | {
      readonly action: 'assume-role'
      readonly order: Parameters<TokenService['assumeRole']>[0]
      readonly caller: Caller
    }
  | {
      readonly action: 'get-session-token'
      readonly order: Parameters<TokenService['getSessionToken']>[0]
      readonly caller: Caller
    }
  | { readonly action: 'get-caller-identity'; readonly order: null; readonly caller: Caller }

/** STS that grants everything, except what a test tells it to refuse or to sit on. */
export interface FakeTokenService extends TokenService {
  /** Oldest first; a call that fails is one, too. */
  readonly calls: readonly FakeTokenCall[]
  /** The next calls fail with these, one each. */
  refuse(...problems: readonly Problem[]): void
  /** Whose keys they are from now on. */
  isFrom(caller: CallerIdentity): void
  /** From now on calls wait, until they are aborted or the returned function is called. */
  hold(): () => void
}

/** Key ids count up (`ASIAEXAMPLE000000001`), so that a test can tell one session from the next. */
export function fakeTokenService(clock: { now(): Instant }, lasts: Duration = hours(1)): FakeTokenService {
  const calls: FakeTokenCall[] = []
  const refusals: Problem[] = []
  let gate: Promise<void> | null = null
  let identity: CallerIdentity = { arn: 'arn:aws:iam::111122223333:user/ana', account: '111122223333' }

  async function arrive(call: FakeTokenCall, signal: AbortSignal): Promise<void> {
    calls.push(call)
    if (gate) await unlessAborted(gate, signal)
    signal.throwIfAborted()
    const problem = refusals.shift()
    if (problem) throw new ProblemError(problem)
  }

  async function answer(call: Exclude<FakeTokenCall, { order: null }>, signal: AbortSignal): Promise<Obtained> {
    const count = calls.length + 1
    await arrive(call, signal)
    return granted(count, after(clock.now(), call.order.lasts ?? lasts))
  }

  return {
    calls,
    refuse: (...problems) => void refusals.push(...problems),
    hold() {
      let open = (): void => {}
      gate = new Promise((resolve) => (open = resolve))
      return () => {
        gate = null
        open()
      }
    },
    async assumeRole(order, caller, signal) {
      const obtained = await answer({ action: 'assume-role', order, caller }, signal)
      return { ...obtained, arn: sessionArn(order) }
    },
    isFrom: (caller) => void (identity = caller),
    async getCallerIdentity(caller, signal) {
      await arrive({ action: 'get-caller-identity', order: null, caller }, signal)
      return identity
    },
    getSessionToken: (order, caller, signal) => answer({ action: 'get-session-token', order, caller }, signal),
  }
}

/** As in `AssumedRoleUser` of a true answer. The path of a role is no part of it. */
function sessionArn({ role, sessionName }: Parameters<TokenService['assumeRole']>[0]): string {
  const [, account, name] = /^arn:aws:iam::(\d{12}):role\/(?:.+\/)?([^/]+)$/.exec(role) ?? []
  return `arn:aws:sts::${account}:assumed-role/${name}/${sessionName}`
}

function granted(count: number, expiresAt: Instant): Obtained {
  const number = String(count).padStart(9, '0')
  const credentials = {
    accessKeyId: `ASIAEXAMPLE${number}`,
    secretAccessKey: new Secret('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'),
    sessionToken: new Secret(`EXAMPLETOKEN${number}`),
    expiresAt,
    accountId: '111122223333',
  }
  return { credentials, warnings: [] }
}

function unlessAborted(gate: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    void gate.then(resolve)
  })
}
