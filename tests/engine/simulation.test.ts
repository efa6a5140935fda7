import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hours, type Instant, minutes } from '#core/base/time'
import type { Identity } from '#core/identity/identity'
import { identityName, problem, profileName } from '../support/builders.ts'
import { type Answer, type World, world } from '../support/engine-world.ts'
import { settle } from '../support/fake-clock.ts'
import { config, identity, role } from '../support/fake-config.ts'

/** What may happen to a running Credtray, one thing after another. */
type Step =
  | { readonly kind: 'activate' | 'deactivate' | 'refresh'; readonly name: Name }
  | { readonly kind: 'pause'; readonly paused: boolean }
  | { readonly kind: 'edit'; readonly identities: readonly Identity[] }
  | { readonly kind: 'break' }
  | { readonly kind: 'answer'; readonly name: Name; readonly answer: Answer }
  | { readonly kind: 'pass' | 'sleep'; readonly minutes: number }

const NAMES = ['base', 'child', 'silent', 'browser', 'manual'] as const
type Name = (typeof NAMES)[number]

const plain: Readonly<Record<Name, Identity>> = {
  base: identity('base'),
  child: role('child', 'base'),
  silent: identity('silent'),
  browser: identity('browser', { interactive: true }),
  manual: identity('manual', {}, { refresh: { mode: 'manual', lead: minutes(15) } }),
}
const moved: Partial<Record<Name, Identity>> = {
  silent: { ...plain.silent, profile: profileName('elsewhere') },
  base: identity('base', { command: 'base' }, { profile: profileName('silent') }),
}

const name = fc.constantFrom(...NAMES)
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.integer({ min: 1, max: 45 }).map((life): Answer => ({ kind: 'keys', life: minutes(life) })),
  fc.constantFrom<Answer>(
    { kind: 'keys', life: null },
    { kind: 'keys', life: hours(12) },
    { kind: 'fails', problem: problem({ code: 'process/exit-nonzero' }) },
    { kind: 'fails', problem: problem({ code: 'process/timeout' }), needsPerson: true },
  ),
)
const edit = fc
  .tuple(fc.subarray([...NAMES], { minLength: 1 }), fc.boolean())
  .map(([kept, isMoved]): Step => ({ kind: 'edit', identities: withParents(kept, isMoved) }))

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('activate', 'activate', 'deactivate', 'refresh'), name }),
  fc.record({ kind: fc.constant('pause'), paused: fc.boolean() }),
  fc.record({ kind: fc.constant('answer'), name: fc.constantFrom('base', 'silent', 'browser'), answer }),
  fc.record({ kind: fc.constant('pass'), minutes: fc.integer({ min: 1, max: 120 }) }),
  fc.record({ kind: fc.constant('sleep'), minutes: fc.integer({ min: 1, max: 900 }) }),
  edit,
  fc.constant<Step>({ kind: 'break' }),
)

/** The configuration refuses a role without its parent, and two identities of one profile. */
function withParents(kept: readonly Name[], isMoved: boolean): readonly Identity[] {
  const all = NAMES.filter((each) => kept.includes(each) || (each === 'base' && kept.includes('child')))
  const identities = all.map((each) => (isMoved ? moved[each] : undefined) ?? plain[each])
  return identities
}

/** A run of a helper: when, whether a person had a hand in it, and what it came to. */
interface HelperRun {
  readonly command: string
  readonly at: Instant
  readonly asked: Name | 'somebody' | null
  readonly answer: Answer
}

/** Plays the steps, and looks after each that nothing is against the law. */
async function play(steps: readonly Step[]): Promise<void> {
  const it = world(config(...Object.values(plain)))
  const runs = watchRuns(it)
  let profiles = new Set(Object.values(plain).map(({ profile }) => profile))
  await it.start()
  for (const next of [...FIRST, ...steps]) {
    runs.asked = askedBy(next)
    if (next.kind === 'edit') profiles = new Set(next.identities.map(({ profile }) => profile))
    await take(next, it)
    expect(broken(it, profiles), `after ${JSON.stringify(next)}`).toEqual([])
  }
  expect(tooOften(runs.list)).toEqual([])
  expect(runs.list.filter(({ command, asked }) => command === 'browser' && asked !== 'browser')).toEqual([])
  await it.engine.stop()
  const before = it.calls.length
  await it.clock.advance(hours(24))
  expect([it.clock.sleepers, it.processes.running.now, it.calls.length - before]).toEqual([0, 0, 0])
}

function watchRuns(it: World): { asked: HelperRun['asked']; readonly list: HelperRun[] } {
  const runs = { asked: null as HelperRun['asked'], list: [] as HelperRun[] }
  const push = it.calls.push.bind(it.calls)
  it.calls.push = (command) => {
    const given = it.answers.get(command) ?? { kind: 'keys', life: hours(1) }
    runs.list.push({ command, at: it.clock.now(), asked: runs.asked, answer: given })
    return push(command)
  }
  return runs
}

function askedBy(next: Step): HelperRun['asked'] {
  if (next.kind === 'activate' || next.kind === 'refresh') return next.name
  return next.kind === 'pass' || next.kind === 'sleep' ? null : 'somebody'
}

async function take(next: Step, { engine, config: source, clock, answers }: World): Promise<void> {
  switch (next.kind) {
    case 'activate':
      await engine.activate(identityName(next.name)).catch(() => undefined)
      break
    case 'deactivate':
      await engine.deactivate(identityName(next.name)).catch(() => undefined)
      break
    case 'refresh':
      await engine.refresh(identityName(next.name), null).catch(() => undefined)
      break
    case 'pause':
      await engine.setPaused(next.paused)
      break
    case 'edit':
      source.edit(config(...next.identities))
      break
    case 'break':
      source.breakWith(problem({ code: 'config/syntax' }))
      break
    case 'answer':
      answers.set(next.name, next.answer)
      break
    case 'pass':
      await clock.advance(minutes(next.minutes))
      break
    case 'sleep':
      await clock.jumpTo((clock.now() + minutes(next.minutes)) as Instant)
      break
  }
  await settle()
}

/** Everybody is active at first: a random history would spend most of its time on getting there. */
const FIRST: readonly Step[] = NAMES.map((each) => ({ kind: 'activate', name: each }))

/** What is against the law now, in words. */
function broken({ engine, clock, files }: World, profiles: ReadonlySet<string>): readonly string[] {
  const now = clock.now()
  const { identities } = engine.snapshot()
  const dead = identities.filter(({ state }) => {
    const ends = state.kind === 'live' || state.kind === 'expiring' ? state.expiresAt : null
    return ends !== null && ends <= now
  })
  const sections = [...files.sections]
  return [
    ...dead.map((view) => `${view.name} is ${view.state.kind} although its keys have ended`),
    ...sections
      .filter(([, { expiresAt }]) => expiresAt !== null && expiresAt <= now)
      .map(([profile]) => `dead keys in ${profile}`),
    ...sections.filter(([profile]) => !profiles.has(profile)).map(([profile]) => `keys of nobody in ${profile}`),
  ]
}

/** Half of the life apart, or the shortest wait after a failure; unless a person has asked. */
function tooOften(runs: readonly HelperRun[]): readonly string[] {
  const last = new Map<string, HelperRun>()
  return runs.flatMap((run) => {
    const before = last.get(run.command)
    last.set(run.command, run)
    if (before === undefined || run.asked !== null) return []
    const apart = run.at - before.at
    return apart >= restOf(before.answer) ? [] : [`${run.command} again after ${apart / 1_000} s`]
  })
}

function restOf(given: Answer): number {
  if (given.kind === 'keys') return given.life === null ? Infinity : given.life / 2
  return given.kind === 'fails' && given.needsPerson === true ? Infinity : minutes(1)
}

test('laws: no dead session, no dead keys, nothing unasked, nothing too often, nothing after the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => play(steps)),
    { numRuns: 300 },
  )
}, 60_000)
