import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { hours, instant, milliseconds, minutes } from '#core/base/time'
import { createGate, gated } from '#engine/gate'
import { createClock } from '#host/clock'
import { createProcessRunner } from '#host/process/process-runner'
import { identityName } from '../support/states/builders.ts'
import { type World, world } from '../support/world/engine-world.ts'
import { config, identity, role } from '../support/world/fake-config.ts'
import { printKeys } from '../support/programs/helper-scripts.ts'
import { median } from './median.ts'

/** What the engine itself costs, with everything around it in memory. Milliseconds. */
export async function engineCosts(quick: boolean): Promise<Readonly<Record<string, unknown>>> {
  const rounds = quick ? 20 : 300
  return {
    oneRenewalAmong: {
      10: await oneRenewal(10, rounds),
      100: await oneRenewal(100, rounds),
      1_000: await oneRenewal(1_000, rounds),
    },
    childrenOfOneRoot500: await childrenOfOneRoot(500),
    dueInTheSameSecond200: await dueTogether(200),
    helpers50: await realHelpers(quick ? 10 : 50),
    idleWakeUpsPerMinute: { nothingActive: await wakeUps(false), sessionsLive: await wakeUps(true) },
  }
}

/** A fifth of them active. What is told of the renewal counts too: a snapshot for each change. */
async function oneRenewal(count: number, rounds: number): Promise<number> {
  const machine = await started(count)
  const active = names(count).slice(0, Math.ceil(count / 5))
  for (const name of active) await machine.engine.activate(name)
  machine.engine.onChange(() => undefined)
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const name = active[round % active.length] ?? identityName('none')
    times.push(await timed(() => machine.engine.refresh(name, null)))
  }
  await machine.engine.stop()
  return median(times)
}

async function childrenOfOneRoot(count: number) {
  const children = Array.from({ length: count }, (_, at) => role(`child-${at}`, 'root'))
  const machine = world(config(identity('root'), ...children))
  await machine.start()
  const allMs = await timed(() => Promise.all(children.map(({ name }) => machine.engine.activate(name))))
  await machine.engine.stop()
  return { allMs, runsOfTheRoot: machine.calls.filter((call) => call === 'root').length }
}

async function dueTogether(count: number) {
  const machine = await started(count)
  await Promise.all(names(count).map((name) => machine.engine.activate(name)))
  const before = machine.calls.length
  const { allMs, longestStallMs } = await watched(() => machine.clock.advance(minutes(46)))
  await machine.engine.stop()
  return { allMs, longestStallMs, runs: machine.calls.length - before }
}

/** Real processes behind the real gate: how long the event loop is held by their starts. */
async function realHelpers(count: number) {
  const home = await mkdtemp(join(tmpdir(), 'credtray-bench-'))
  const helper = join(home, 'helper.sh')
  await writeFile(helper, `#!/bin/sh\n${printKeys()}\n`, { mode: 0o755 })
  const runner = createProcessRunner({ platform: process.platform, env: process.env, home })
  const processes = gated(
    runner,
    createGate(() => 4),
  )
  const order = { command: helper, shell: false, timeout: milliseconds(60_000) }
  const all = await watched(() =>
    Promise.all(Array.from({ length: count }, () => processes.run(order, new AbortController().signal))),
  )
  await rm(home, { recursive: true, force: true })
  return all
}

/** How often the scheduler's sleep is interrupted by its own hops, on a clock that runs through an hour at once. */
async function wakeUps(live: boolean): Promise<number> {
  let now = 0
  let hops = 0
  const wait = (ms: number, signal: AbortSignal): Promise<unknown> => {
    hops += 1
    now += ms
    return signal.aborted ? Promise.reject(new Error('ended')) : Promise.resolve()
  }
  const end = new AbortController()
  const sleep = createClock({ wall: () => now, wait }).sleepUntil(
    instant(live ? hours(1) : Number.MAX_SAFE_INTEGER),
    end.signal,
  )
  setTimeout(() => end.abort(), 10)
  await sleep.catch(() => undefined)
  return hops / 60
}

async function started(count: number): Promise<World> {
  const machine = world(config(...names(count).map((name) => identity(name))))
  await machine.start()
  return machine
}

const names = (count: number) => Array.from({ length: count }, (_, at) => identityName(`identity-${at}`))

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return rounded(performance.now() - began)
}

async function watched(work: () => Promise<unknown>) {
  const stalls = monitorEventLoopDelay({ resolution: 1 })
  stalls.enable()
  await delay(20)
  stalls.reset()
  const allMs = await timed(work)
  await delay(5)
  stalls.disable()
  return { allMs, longestStallMs: rounded(stalls.max / 1e6), p99StallMs: rounded(stalls.percentile(99) / 1e6) }
}

const rounded = (ms: number): number => Math.round(ms * 100) / 100
