import { z } from 'zod'
import { ProblemError } from '#core/base/problem'
import { identityName } from '#core/identity/names'
import type { AppQuestion } from './app-socket.ts'
import type { Channel, Requests } from './contract.ts'

/** One decoder a request: what the window sends is data from outside until it has passed here. */
export type Decoders = { readonly [C in Channel]: (raw: unknown) => Requests[C]['input'] }

const nothing = z
  .undefined()
  .or(z.null())
  .transform((): void => undefined)
const name = z.string().min(1).max(256).transform(identityName)
const refresh = z.strictObject({ name, mfaCode: z.stringFormat('six-digits', /^\d{6}$/).nullable() })

export const decoders: Decoders = {
  'snapshot/read': decoder(nothing),
  'session/activate': decoder(name),
  'session/deactivate': decoder(name),
  'session/refresh': decoder(refresh),
  'session/copy-profile': decoder(name),
  'app/set-paused': decoder(z.boolean()),
  'config/open': decoder(nothing),
  'app/hide-window': decoder(nothing),
  'app/quit': decoder(nothing),
}

const question = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('snapshot') }),
  z.strictObject({ ask: z.literal('refresh'), name: z.string().min(1).max(256) }),
])

/** What came over the app's socket. `null`: not a question of ours. */
export function decodeQuestion(raw: unknown): AppQuestion | null {
  const decoded = question.safeParse(raw)
  return decoded.success ? decoded.data : null
}

export const isChannel = (channel: string): channel is Channel => Object.hasOwn(decoders, channel)

function decoder<T>(schema: z.ZodType<T>): (raw: unknown) => T {
  return (raw) => {
    const decoded = schema.safeParse(raw)
    if (decoded.success) return decoded.data
    throw new ProblemError({
      code: 'bridge/refused',
      message: 'The window asked for something that Credtray does not understand.',
      hint: 'Restart Credtray. If it happens again, report what you clicked.',
    })
  }
}
