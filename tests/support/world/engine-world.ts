import type { Problem } from '#core/base/problem'
import { Secret } from '#core/base/secret'
import { after, type Duration, hours, type Instant } from '#core/base/time'
import type { Config } from '#core/config/config'
import type { Obtained } from '#core/credentials/credentials'
import type { Remembered } from '#core/session/remembered'
import type { IdentityView, StateView } from '#core/snapshot/snapshot'
import { createEngine } from '#engine/create-engine'
import type { Engine } from '#engine/engine'
import type { ProcessRunner, TokenService } from '#engine/ports'
import { type FakeClock, fakeClock, settle } from './fake-clock.ts'
import { type FakeConfig, fakeConfig } from './fake-config.ts'
import { type FakeTokenService, fakeTokenService } from './fake-token-service.ts'
import { type FakeKeyStore, fakeKeyStore } from './fake-key-store.ts'
import { fakeHistory, type FakeHistory } from './fake-history.ts'
import { fakeSettings, type FakeSettings } from './fake-settings.ts'
import { fakeNetwork, type FakeNetwork } from './fake-network.ts'
import { fakeMemory, type FakeMemory, memoryFiles, type MemoryFiles } from './memory-files.ts'
import { type ScriptedAnswer, scriptedProcesses, type ScriptedProcesses } from './scripted-process.ts'

/** An engine with every port in the test's hand. */
export interface World {
  readonly engine: Engine
  readonly clock: FakeClock
  readonly config: FakeConfig
  readonly files: MemoryFiles
  readonly memory: FakeMemory
  readonly processes: ScriptedProcesses
  readonly tokens: FakeTokenService
  readonly keys: FakeKeyStore
  readonly settings: FakeSettings
  readonly network: FakeNetwork
  readonly history: FakeHistory
  /** The commands that were run and the roles that were assumed, in order. */
  readonly calls: string[]
  /** How the next runs of a command or calls of STS go; without an entry they give keys for an hour. */
  readonly answers: Map<string, Answer>
  start(): Promise<void>
  state(name: string): StateView | undefined
  view(name: string): IdentityView | undefined
}

export type Answer =
  /** Of STS the life is what was asked for, so it is only said of commands. `account`: the command prints it too. */
  | { readonly kind: 'keys'; readonly life: Duration | null; readonly account?: string }
  | { readonly kind: 'fails'; readonly problem: Problem; readonly needsPerson?: boolean }
  | { readonly kind: 'hangs'; readonly stderr?: string }
  /** Goes on when the test lets it. */
  | { readonly kind: 'waits'; readonly until: Promise<unknown>; readonly answer: Answer }

export function world(config: Config, remembered?: Remembered, identityCheck: 'on' | 'off' = 'off'): World {
  const clock = fakeClock()
  const parts = {
    clock,
    config: fakeConfig(config),
    files: memoryFiles(),
    memory: fakeMemory(remembered),
    processes: scriptedProcesses(),
    tokens: fakeTokenService(clock),
    keys: fakeKeyStore(),
    settings: fakeSettings(),
    network: fakeNetwork(),
    history: fakeHistory(),
    calls: [] as string[],
    answers: new Map<string, Answer>(),
  }
  const engine = createEngine({
    clock,
    config: parts.config,
    processes: answering(parts),
    tokens: noting(parts),
    profiles: parts.files,
    memory: parts.memory,
    keys: parts.keys,
    settings: parts.settings,
    network: parts.network,
    history: parts.history,
    helpersAtOnce: 8,
    identityCheck,
    random: () => 0.5,
  })
  const view = (name: string) => engine.snapshot().identities.find((each) => each.name === name)
  return {
    ...parts,
    engine,
    view,
    state: (name) => view(name)?.state,
    async start() {
      await engine.start()
      await settle()
    },
  }
}

/** The scripted processes, where a command that the test says nothing of gives keys for an hour. */
function answering({
  processes,
  clock,
  calls,
  answers,
}: Pick<World, 'processes' | 'clock' | 'calls' | 'answers'>): ProcessRunner {
  let count = 0
  const scripted = (answer: Answer): ScriptedAnswer =>
    answer.kind === 'keys'
      ? { kind: 'prints', obtained: keys((count += 1), clock.now(), answer) }
      : answer.kind === 'waits'
        ? { kind: 'decides', answer: () => answer.until.then(() => scripted(answer.answer)) }
        : answer
  return {
    run(order, signal) {
      calls.push(order.command)
      processes.script(order.command, scripted(answers.get(order.command) ?? { kind: 'keys', life: hours(1) }))
      return processes.run(order, signal)
    },
  }
}

interface PrintedKeys {
  readonly life: Duration | null
  readonly account?: string | null
}

function keys(count: number, now: Instant, { life, account = null }: PrintedKeys): Obtained {
  const credentials = {
    accessKeyId: `ASIAEXAMPLE${String(count).padStart(9, '0')}`,
    secretAccessKey: new Secret(`EXAMPLESECRET${count}`),
    sessionToken: new Secret(`EXAMPLETOKEN${count}`),
    expiresAt: life === null ? null : after(now, life),
    accountId: account,
  }
  return { credentials, warnings: [] }
}

/** The fake STS, each of whose calls is noted in a word and may have an answer of its own. */
function noting({ tokens, calls, answers }: Pick<World, 'tokens' | 'calls' | 'answers'>): TokenService {
  const note = (call: string): void => {
    calls.push(call)
    const answer = answers.get(call)
    if (answer?.kind === 'fails') tokens.refuse(answer.problem)
  }
  return {
    assumeRole(order, caller, signal) {
      note(`${order.role} by ${caller.credentials.accessKeyId}`)
      return tokens.assumeRole(order, caller, signal)
    },
    getSessionToken(order, caller, signal) {
      note(`session with ${order.mfa?.code ?? 'no code'}`)
      return tokens.getSessionToken(order, caller, signal)
    },
    getCallerIdentity(caller, signal) {
      note(`who is ${caller.credentials.accessKeyId}`)
      return tokens.getCallerIdentity(caller, signal)
    },
  }
}
