import { type Problem, ProblemError } from '#core/base/problem'
import { Secret } from '#core/base/secret'
import { after, type Duration, hours, type Instant, seconds } from '#core/base/time'
import type { Config } from '#core/config/config'
import type { SessionCredentials } from '#core/credentials/credentials'
import type { Remembered } from '#core/session/remembered'
import type { IdentityView, StateView } from '#core/snapshot/snapshot'
import { createEngine, type Engine } from '#engine/engine'
import type { ProcessRun, TokenService } from '#engine/ports'
import { type FakeClock, fakeClock, settle } from './fake-clock.ts'
import { type FakeConfig, fakeConfig } from './fake-config.ts'
import { fakeMemory, type FakeMemory, memoryFiles, type MemoryFiles } from './memory-files.ts'

/** An engine with every port in the test's hand. */
export interface World {
  readonly engine: Engine
  readonly clock: FakeClock
  readonly config: FakeConfig
  readonly files: MemoryFiles
  readonly memory: FakeMemory
  /** The commands that were run and the roles that were assumed, in order. */
  readonly calls: string[]
  /** How the next runs of a command go; without an entry it gives keys for an hour. */
  readonly answers: Map<string, Answer>
  start(): Promise<void>
  state(name: string): StateView | undefined
  view(name: string): IdentityView | undefined
}

export type Answer =
  | { readonly kind: 'keys'; readonly life: Duration | null }
  | { readonly kind: 'fails'; readonly problem: Problem; readonly needsPerson?: boolean }
  | { readonly kind: 'hangs' }

export function world(config: Config, remembered?: Remembered): World {
  const clock = fakeClock()
  const parts = {
    clock,
    config: fakeConfig(config),
    files: memoryFiles(),
    memory: fakeMemory(remembered),
    calls: [] as string[],
    answers: new Map<string, Answer>(),
  }
  const keys = keyMaker(clock)
  const engine = createEngine({
    clock,
    config: parts.config,
    processes: {
      run: async ({ command }, signal) => {
        parts.calls.push(command)
        return runOf(parts.answers.get(command) ?? { kind: 'keys', life: hours(1) }, keys, signal)
      },
    },
    tokens: tokenService(parts, keys),
    profiles: parts.files,
    memory: parts.memory,
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

type KeyMaker = (life: Duration | null) => SessionCredentials

function keyMaker(clock: { now(): Instant }): KeyMaker {
  let count = 0
  return (life) => {
    count += 1
    return {
      accessKeyId: `ASIAEXAMPLE${String(count).padStart(9, '0')}`,
      secretAccessKey: new Secret(`EXAMPLESECRET${count}`),
      sessionToken: new Secret(`EXAMPLETOKEN${count}`),
      expiresAt: life === null ? null : after(clock.now(), life),
      accountId: null,
    }
  }
}

async function runOf(answer: Answer, keys: KeyMaker, signal: AbortSignal): Promise<ProcessRun> {
  const run = { exitCode: 0, stderr: '', lasted: seconds(1), needsPerson: false }
  if (answer.kind === 'hangs') {
    await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  }
  if (answer.kind === 'fails') {
    const { problem, needsPerson = false } = answer
    return { ...run, exitCode: 1, stderr: 'it went wrong', needsPerson, result: { ok: false, problem } }
  }
  const life = answer.kind === 'keys' ? answer.life : null
  return { ...run, result: { ok: true, value: { credentials: keys(life), warnings: [] } } }
}

function tokenService({ calls, answers }: Pick<World, 'calls' | 'answers'>, keys: KeyMaker): TokenService {
  const answer = (name: string) => {
    calls.push(name)
    const given = answers.get(name)
    if (given?.kind === 'fails') throw new ProblemError(given.problem)
    return { credentials: keys(given?.kind === 'keys' ? given.life : hours(1)), warnings: [] }
  }
  return {
    assumeRole: async ({ role }, { credentials }) => answer(`${role} by ${credentials.accessKeyId}`),
    getSessionToken: async ({ mfa }) => answer(`session with ${mfa?.code ?? 'no code'}`),
  }
}
