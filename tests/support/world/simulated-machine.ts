import { ProblemError } from '#core/base/problem'
import { Secret } from '#core/base/secret'
import { after, type Duration, hours, type Instant, minutes, seconds } from '#core/base/time'
import type { Obtained } from '#core/credentials/credentials'
import type { Identity } from '#core/identity/identity'
import { createEngine } from '#engine/create-engine'
import type { Engine } from '#engine/engine'
import type { Ports, ProcessRun } from '#engine/ports'
import { problem } from '../states/builders.ts'
import { type FakeClock, fakeClock } from './fake-clock.ts'
import { config, fakeConfig } from './fake-config.ts'
import { fakeHistory } from './fake-history.ts'
import { fakeKeyStore } from './fake-key-store.ts'
import { fakeSettings } from './fake-settings.ts'
import { type FakeNetwork, fakeNetwork } from './fake-network.ts'
import { fakeMemory, memoryFiles, type MemoryFiles } from './memory-files.ts'
import type { Seeded } from './seeded.ts'

/** One run of a helper, or one session that was opened with a code. */
export interface SeenRun {
  readonly name: string
  readonly at: Instant
  /** Nobody had asked for it. */
  readonly byTimer: boolean
  readonly interactive: boolean
  /** `null`: it failed. */
  readonly obtained: { readonly at: Instant; readonly expiresAt: Instant } | null
}

/** A machine on which everything can go wrong, and on which everything that ran is known. */
export interface SimulatedMachine {
  readonly engine: Engine
  readonly clock: FakeClock
  readonly network: FakeNetwork
  readonly files: MemoryFiles
  readonly runs: SeenRun[]
  /** Helpers that fail for now. */
  readonly broken: Set<string>
  /** While the person is there, interactive steps are theirs. */
  person: boolean
  start(): Promise<void>
  /** As after a restart of the app: memory and files stay. */
  restart(): Promise<void>
}

export function simulatedMachine(identities: readonly Identity[], random: Seeded): SimulatedMachine {
  const clock = fakeClock()
  const [network, files, memory] = [fakeNetwork(), memoryFiles(), fakeMemory()]
  const lives = new Map(identities.map(({ name }) => [name, random.pick(LIVES)]))
  let online = true
  const machine = { clock, files, runs: [] as SeenRun[], broken: new Set<string>(), person: false }
  const setNetwork = network.set
  network.set = (there) => {
    online = there
    setNetwork(there)
  }

  const grant = (name: string, interactive: boolean, fails: boolean): Obtained => {
    const at = clock.now()
    const expiresAt = after(at, lives.get(name as Identity['name']) ?? hours(1))
    const obtained = fails ? null : { at, expiresAt }
    machine.runs.push({ name, at, byTimer: !machine.person, interactive, obtained })
    if (fails) throw new ProblemError(problem({ code: online ? 'process/exit-nonzero' : 'sts/unreachable' }))
    return keys(machine.runs.length, expiresAt)
  }

  /** Keys that did not get into the file are as good as none. */
  const writing: MemoryFiles['write'] = async (order, signal) => {
    try {
      return await files.write(order, signal)
    } catch (error) {
      const last = machine.runs.findLastIndex(({ name }) => name === order.profile.toString())
      const run = machine.runs[last]
      if (run !== undefined) machine.runs[last] = { ...run, obtained: null }
      throw error
    }
  }

  const ports = (): Ports => ({
    clock,
    network,
    config: fakeConfig(config(...identities)),
    processes: {
      async run({ command }): Promise<ProcessRun> {
        const run = { exitCode: 0, stderr: '', lasted: seconds(1), needsPerson: false }
        try {
          const interactive = command.startsWith('interactive')
          return { ...run, result: { ok: true, value: grant(command, interactive, machine.broken.has(command)) } }
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error
          return { ...run, exitCode: 1, result: { ok: false, problem: error.problem } }
        }
      },
    },
    tokens: {
      assumeRole: async ({ role }) => grant(role.split('/')[1] ?? role, false, !online),
      getSessionToken: async ({ mfa }) => grant(mfa?.serial.split('/')[1] ?? 'nobody', true, !online),
      getCallerIdentity: () => Promise.reject(new Error('nobody asks')),
    },
    profiles: { ...files, write: writing },
    memory,
    keys: fakeKeyStore(),
    settings: fakeSettings(),
    history: fakeHistory(),
    identityCheck: 'off',
    helpersAtOnce: 8,
    random: random.next,
  })

  const simulated: SimulatedMachine & { engine: Engine } = Object.assign(machine, {
    network,
    engine: createEngine(ports()),
    start: () => simulated.engine.start(),
    async restart() {
      await simulated.engine.stop()
      simulated.engine = createEngine(ports())
      await simulated.engine.start()
    },
  })
  return simulated
}

const LIVES: readonly Duration[] = [minutes(16), minutes(45), hours(1), hours(4), hours(12)]

function keys(count: number, expiresAt: Instant): Obtained {
  const credentials = {
    accessKeyId: `ASIAEXAMPLE${String(count).padStart(9, '0')}`,
    secretAccessKey: new Secret(`EXAMPLESECRET${count}`),
    sessionToken: new Secret(`EXAMPLETOKEN${count}`),
    expiresAt,
    accountId: null,
  }
  return { credentials, warnings: [] }
}
