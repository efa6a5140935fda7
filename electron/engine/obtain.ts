import { ProblemError } from '#core/base/problem'
import { unreachable } from '#core/base/result'
import type { Obtained, SessionCredentials } from '#core/credentials/credentials'
import type { CredentialSource, Identity } from '#core/identity/identity'
import type { CodeBook } from './code-book.ts'
import { obtainRole, type ParentSession } from './obtain-role.ts'
import { obtainForUser } from './obtain-user.ts'
import { type Person, PersonNeeded } from './person.ts'
import type { Ports, ProcessRun } from './ports.ts'
import type { SignIns } from './sign-ins.ts'

export interface ObtainOrder {
  readonly identity: Identity
  readonly person: Person
  readonly signal: AbortSignal
  /** The parent's session; renewed first where it is due, or where the one we hold was `refused`. */
  readonly parent: (name: Identity['name'], held: 'trusted' | 'refused') => Promise<ParentSession>
  /** A session that another identity opened with the same key and MFA device. `null`: there is none to take over. */
  readonly shared: () => SessionCredentials | null
  /** AWS took the code, so that those who waited for it can go on. */
  readonly onCodeWorked: () => void
  readonly onStart: (argv: readonly string[]) => void
  readonly onStderr: (text: string) => void
  readonly onRun: (run: ProcessRun) => void
}

/** What an identity's source is asked with. */
export type ObtainPorts = Pick<Ports, 'processes' | 'tokens' | 'keys' | 'clock'> & {
  readonly codes: CodeBook
  readonly signIns: SignIns
}

/** Gets fresh credentials from an identity's source. Every failure is a ProblemError. */
export function obtain(order: ObtainOrder, ports: ObtainPorts): Promise<Obtained> {
  const { source } = order.identity
  switch (source.kind) {
    case 'process':
      return runProcess(source, order, ports)
    case 'user':
      return obtainForUser(source, order, ports)
    case 'assume-role':
      return obtainRole(source, order, ports.tokens)
    case 'unusable':
      return Promise.reject(new ProblemError(source.because))
    default:
      return unreachable(source)
  }
}

async function runProcess(
  source: CredentialSource & { kind: 'process' },
  order: ObtainOrder,
  { processes, signIns }: ObtainPorts,
): Promise<Obtained> {
  const { name } = order.identity
  if (source.interactive && order.person === null) throw new PersonNeeded({ kind: 'sign-in' }, name)
  const { command, shell, timeout } = source
  const { onStart, onStderr, signal } = order
  const start = () => processes.run({ command, shell, timeout, identity: name, onStart, onStderr }, signal)
  const [program = command] = command.trim().split(/\s/, 1)
  const onWait = () => onStderr(`Waits for another sign-in with ${program}.\n`)
  const run = source.interactive ? await signIns.alone({ program, signal, onWait }, start) : await start()
  order.onRun(run)
  if (run.result.ok) return run.result.value
  if (run.needsPerson && order.person === null) throw new PersonNeeded({ kind: 'sign-in' }, name)
  throw new ProblemError(run.result.problem)
}
