import { createHash } from 'node:crypto'
import { parseConfig } from '#core/config/parse'
import type { Problem } from '#core/base/problem'
import { fail, unreachable } from '#core/base/result'
import type { ConfigReading, ConfigSource } from '#engine/ports'
import { createBell } from './bell.ts'
import { findConfig, pathsToWatch, type Choice, type FindContext, type Found } from './config-find.ts'
import { createPathWatch } from './path-watch.ts'

export interface ConfigSourceContext extends FindContext {
  /** Who a role session without a name says it was. */
  readonly userName: string
}

/** Finds the person's configuration and follows it. */
export function createConfigSource(context: ConfigSourceContext): ConfigSource {
  return { readings: (signal) => readings(context, signal) }
}

async function* readings(context: ConfigSourceContext, signal: AbortSignal): AsyncGenerator<ConfigReading> {
  const bell = createBell()
  const watch = createPathWatch(bell.ring)
  let current: Current | null = null
  let seen = ''
  try {
    while (!signal.aborted) {
      // Watching comes first: what changes between the two is then read again, and not missed.
      await watch.follow(pathsToWatch(context, current))
      let found = await findConfig(context, current)
      if (isBlank(found) && current?.isBlank === false) {
        // Some editors empty a file before they fill it, and an empty one would end every session.
        await bell.wait(EMPTY_MS, signal)
        found = await findConfig(context, current)
      }
      const digest = digestOf(found)
      current = { file: found.file, demo: found.demo, isBlank: isBlank(found) }
      if (digest !== seen && !signal.aborted) yield readingOf(found, context)
      seen = digest
      await bell.wait(watch.isComplete() ? UNSEEN_MS : UNWATCHED_MS, signal)
    }
  } finally {
    watch.close()
  }
}

interface Current extends Choice {
  readonly isBlank: boolean
}

const EMPTY_MS = 500
/** Some changes raise no event (a folder further up is renamed, a network disk); a look now and then finds them. */
const UNSEEN_MS = 10_000
const UNWATCHED_MS = 1_000

const isBlank = ({ content }: Found): boolean => content.kind === 'text' && content.text.trim() === ''

/** Equal digests: nothing to tell. The text itself may hold a key, so it is not kept. */
function digestOf({ file, demo, content }: Found): string {
  return createHash('sha256')
    .update(JSON.stringify([file, demo, content]))
    .digest('hex')
}

function readingOf({ file, demo, content }: Found, { env, userName }: ConfigSourceContext): ConfigReading {
  // `!env toString` asks for a variable, and not for what every object has.
  const variable = (name: string): string | undefined => (Object.hasOwn(env, name) ? env[name] : undefined)
  switch (content.kind) {
    case 'text':
      return { file, demo, parsed: parseConfig(content.text, { file, variable, userName }) }
    case 'unreadable':
      return { file, demo, parsed: fail(content.problem) }
    case 'missing':
      return { file, demo, parsed: fail(notFound(file)) }
    default:
      return unreachable(content)
  }
}

const notFound = (file: string): Problem => ({
  code: 'config/not-found',
  message: `There is no file ${file}.`,
  hint: 'Put it there, or name another with --config FILE. Credtray reads it as soon as it appears.',
  where: { file, line: 1, column: 1 },
})
