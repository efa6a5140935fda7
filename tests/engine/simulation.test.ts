import { describe, expect, test } from 'vitest'
import { ProblemError } from '#core/base/problem'
import { Secret } from '#core/base/secret'
import { after, days, hours, type Instant, minutes, seconds } from '#core/base/time'
import type { Identity } from '#core/identity/identity'
import { identityName, NOW, problem } from '../support/states/builders.ts'
import { settle } from '../support/world/fake-clock.ts'
import { identity, role } from '../support/world/fake-config.ts'
import { type Seeded, seeded } from '../support/world/seeded.ts'
import { type SeenRun, simulatedMachine, type SimulatedMachine } from '../support/world/simulated-machine.ts'

const numbered = (count: number, make: (at: number) => Identity): readonly Identity[] =>
  Array.from({ length: count }, (_, at) => make(at))

const user = (name: string): Identity =>
  identity(name, {
    kind: 'user',
    keys: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: new Secret('EXAMPLE') },
    mfaSerial: `arn:aws:iam::111122223333:mfa/${name}`,
    lasts: hours(12),
    endpoint: null,
  })

/** Fifty: silent helpers, some that need a browser, users with a device, and chains on all of them. */
const IDENTITIES: readonly Identity[] = [
  ...numbered(22, (at) => identity(`silent-${at}`)),
  ...numbered(5, (at) => identity(`interactive-${at}`, { interactive: true })),
  ...numbered(3, (at) => user(`user-${at}`)),
  ...numbered(14, (at) => role(`role-${at}`, `silent-${at % 7}`)),
  ...numbered(3, (at) => role(`user-role-${at}`, `user-${at}`)),
  ...numbered(3, (at) => role(`deep-role-${at}`, `role-${at}`)),
]

/** What can happen between two looks. Those that disturb the clock, or the person's own, allow a run that is not due. */
type Blow = (machine: SimulatedMachine, random: Seeded) => Promise<'disturbed' | 'calm'>

const sleep: Blow = async ({ clock }, random) => {
  await clock.jumpTo(after(clock.now(), minutes(random.between(3, random.chance(0.1) ? 4_000 : 600))))
  return 'disturbed'
}

const clockSet: Blow = async ({ clock }, random) => {
  await clock.jumpTo(after(clock.now(), minutes(random.between(-300, 300))))
  return 'disturbed'
}

const helperChanges: Blow = async ({ broken }, random) => {
  const name = `silent-${random.between(0, 21)}`
  if (random.chance(0.4)) broken.add(name)
  else broken.delete(name)
  return 'calm'
}

const networkChanges: Blow = async ({ network }, random) => {
  network.set(random.chance(0.6))
  await settle()
  return 'calm'
}

const diskFills: Blow = async ({ files }) => {
  files.failNext = new ProblemError(problem({ code: 'file/write-failed', message: 'The disk is full.' }))
  return 'calm'
}

const personActs: Blow = async (machine, random) => {
  machine.person = true
  const waiting = machine.engine.snapshot().identities.filter(({ state }) => state.kind === 'needs-you')
  for (const { name } of waiting) {
    await machine.engine.refresh(name, String(random.between(100_000, 999_999))).catch(() => undefined)
  }
  await settle()
  machine.person = false
  return 'disturbed'
}

const pauses: Blow = async ({ engine, clock }, random) => {
  await engine.setPaused(true)
  await clock.advance(minutes(random.between(1, 200)))
  await engine.setPaused(false)
  return 'calm'
}

const restarts: Blow = async (machine) => {
  await machine.restart()
  await settle()
  return 'disturbed'
}

/** Some twice: those come twice as often. */
const BLOWS: readonly Blow[] = [
  sleep,
  clockSet,
  helperChanges,
  helperChanges,
  networkChanges,
  networkChanges,
  diskFills,
  personActs,
  personActs,
  pauses,
  restarts,
]

interface Month {
  readonly machine: SimulatedMachine
  /** Identities shown as live, or keys that stood in the file, after their end. */
  readonly deadButLive: readonly string[]
  /** Which runs came after something that may call for one at any time. */
  readonly disturbedAt: readonly number[]
}

async function liveThroughAMonth(seed: number): Promise<Month> {
  const random = seeded(seed)
  const machine = simulatedMachine(IDENTITIES, random)
  const { clock } = machine
  const [deadButLive, disturbedAt]: [string[], number[]] = [[], []]
  machine.person = true
  await machine.start()
  for (const { name } of IDENTITIES) await machine.engine.activate(name).catch(() => undefined)
  machine.person = false
  const look = (): void => void deadButLive.push(...dead(machine))
  while (clock.now() < after(NOW, days(30))) {
    await clock.advance(minutes(random.between(1, 120)))
    look()
    const before = machine.runs.length
    if ((await random.pick(BLOWS)(machine, random)) === 'disturbed') disturbedAt.push(before)
    await settle()
    look()
  }
  await machine.engine.stop()
  return { machine, deadButLive, disturbedAt }
}

/** Law 1. */
function dead({ engine, clock, files }: SimulatedMachine): readonly string[] {
  const now = clock.now()
  const shown = engine.snapshot().identities.flatMap(({ name, state }) => {
    const isLive = state.kind === 'live' || state.kind === 'expiring'
    return isLive && state.expiresAt !== null && state.expiresAt <= now ? [`${name} is ${state.kind}`] : []
  })
  const kept = [...files.sections].filter(([, { expiresAt }]) => expiresAt !== null && expiresAt <= now)
  return [...shown, ...kept.map(([profile]) => `${profile} is in the file`)]
}

/** Law 2, told by somebody who has not read the planner. */
function tooEarly({ machine, disturbedAt }: Month): readonly string[] {
  const last = new Map<string, { readonly run: SeenRun; readonly index: number }>()
  return machine.runs.flatMap((run, index) => {
    const before = last.get(run.name)
    last.set(run.name, { run, index })
    if (before === undefined || !run.byTimer) return []
    if (disturbedAt.some((at) => at > before.index - 1 && at <= index)) return []
    return run.at >= dueAfter(before.run) ? [] : [`${run.name} at ${run.at}, after ${before.run.at}`]
  })
}

const dueAfter = ({ at, obtained }: SeenRun): Instant => {
  if (obtained === null) return after(at, seconds(54))
  const half = obtained.at + (obtained.expiresAt - obtained.at) / 2
  return Math.max(half, obtained.expiresAt - minutes(15)) as Instant
}

describe.each([1, 20])('a month of sleeps, leaps of the clock, failures and lost networks (seed %i)', (seed) => {
  test('breaks none of the three laws', { timeout: 120_000 }, async () => {
    const month = await liveThroughAMonth(seed)
    const { runs } = month.machine
    const unasked = runs.filter(({ interactive, byTimer }) => interactive && byTimer)
    expect({ deadButLive: month.deadButLive, tooEarly: tooEarly(month), unasked }).toEqual({
      deadButLive: [],
      tooEarly: [],
      unasked: [],
    })
    expect([runs.length > 5_000, runs.some(({ interactive }) => interactive)]).toEqual([true, true])
  })
})

test('the laws can fail: a session that has ended is seen, in the file and in the window', async () => {
  const machine = simulatedMachine([identity('silent-0')], seeded(1))
  await machine.start()
  await machine.engine.activate(identityName('silent-0'))
  await machine.engine.stop()
  await machine.clock.jumpTo(after(NOW, days(1)))
  expect(dead(machine)).toContain('silent-0 is in the file')
})
