import type { ConfigReading, ConfigSource } from '#engine/ports'
import { createBell } from './bell.ts'
import { choose, demoGroup, type Choice, type ChoiceContext } from './config-choice.ts'
import { evaluate } from './config-evaluate.ts'
import { createLook, isUnchanged, NO_TRACE, type Trace } from './config-look.ts'
import { createPathWatch } from './path-watch.ts'
import { createTrustDesk, type TrustContext, type TrustDesk } from './trust-desk.ts'

export interface ConfigSourceContext extends ChoiceContext {
  /** Who a role session without a name says it was. */
  readonly userName: string
  readonly trust: TrustContext
}

/** Finds the person's configuration and follows it, as far as they have approved what it runs. */
export function createConfigSource(context: ConfigSourceContext): ConfigSource {
  const bell = createBell()
  const desk = createTrustDesk(context.trust)
  // The demo is ours; what it runs came with the app.
  const demoDesk = createTrustDesk({ ...context.trust, all: true })
  let approvals = 0
  const parts = { context, bell, desk, demoDesk, approvals: () => approvals }
  return {
    readings: (signal) => readings(parts, signal),
    async approve(digest) {
      await desk.approve(digest)
      approvals += 1
      bell.ring()
    },
  }
}

interface Parts {
  readonly context: ConfigSourceContext
  readonly bell: ReturnType<typeof createBell>
  readonly desk: TrustDesk
  readonly demoDesk: TrustDesk
  /** How often the person has approved something since the start. */
  readonly approvals: () => number
}

/** What a look has come to. */
interface State {
  readonly choice: Choice | null
  readonly reading: ConfigReading | null
  readonly isBlank: boolean
  readonly trace: Trace
  /** True: some reading could be used. */
  readonly wasGood: boolean
  readonly approvals: number
}

const NOTHING_SEEN: State = {
  choice: null,
  reading: null,
  isBlank: true,
  trace: NO_TRACE,
  wasGood: false,
  approvals: 0,
}

async function* readings(parts: Parts, signal: AbortSignal): AsyncGenerator<ConfigReading> {
  const { bell } = parts
  const watch = createPathWatch(bell.ring)
  const drawn = new Map<string, number>()
  const step = (state: State): Promise<State> => lookAgain(parts, state, { signal, drawn })
  let state = NOTHING_SEEN
  try {
    while (!signal.aborted) {
      if (await isNews(state, parts)) {
        let next = await step(state)
        if (next.isBlank && !state.isBlank) {
          // Some editors empty a file before they fill it, and an empty one would end every session.
          await bell.wait(EMPTY_MS, signal)
          next = await step(state)
        }
        state = next
        await watch.follow([...state.trace.files.keys()], [...state.trace.folders.keys()])
        if (state.reading !== null && !signal.aborted) yield state.reading
        // What changed between the look and the watching raised no event.
        if (await isNews(state, parts)) bell.ring()
      }
      await bell.wait(watch.isComplete() ? UNSEEN_MS : UNWATCHED_MS, signal)
    }
  } finally {
    watch.close()
  }
}

const EMPTY_MS = 500
/** Some changes raise no event (a folder further up is renamed, a network disk); a look now and then finds them. */
const UNSEEN_MS = 10_000
const UNWATCHED_MS = 1_000

async function isNews(state: State, { approvals }: Parts): Promise<boolean> {
  return state.reading === null || state.approvals !== approvals() || !(await isUnchanged(state.trace))
}

async function lookAgain(
  { context, desk, demoDesk, approvals }: Parts,
  before: State,
  { signal, drawn }: { readonly signal: AbortSignal; readonly drawn: Map<string, number> },
): Promise<State> {
  const look = createLook()
  const approved = approvals()
  // Approved in a terminal while the app runs: the answer counts here at once.
  await look.text(context.trust.store.file)
  const choice = await choose(context, look, before.choice)
  const demo = choice.kind === 'demo'
  const group = demo ? demoGroup(choice.file) : choice.group
  const judge = demo ? demoDesk : desk
  const evaluated = await evaluate(group, { ...context, look, drawn, signal, desk: judge, tolerant: !before.wasGood })
  const main = await look.text(group.file)
  return {
    choice,
    reading: { ...evaluated, demo },
    isBlank: main.kind === 'text' && main.text.trim() === '',
    trace: look.trace(),
    wasGood: before.wasGood || evaluated.parsed.ok,
    approvals: approved,
  }
}

/** Whether the person has a configuration; else the demo is shown. */
export async function hasConfig(context: Omit<ChoiceContext, 'demo'>): Promise<boolean> {
  const choice = await choose({ ...context, demo: async () => '' }, createLook(), null)
  return choice.kind === 'group'
}
