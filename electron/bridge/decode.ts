import { z } from 'zod'
import { type Problem, ProblemError } from '#core/base/problem'
import { EXPORT_FORMATS } from '#core/command/shell-exports'
import { instant } from '#core/base/time'
import type { LongLivedKeys } from '#core/credentials/credentials'
import { enteredKeys } from '#core/credentials/entered-keys'
import type { IdentityName } from '#core/identity/identity'
import { identityName, profileName } from '#core/identity/names'
import { settingsPatch } from '#core/settings/decode'
import type { AppQuestion } from './app-socket.ts'
import type { Channel, Requests } from './contract.ts'

/** One decoder a request: what the window sends is data from outside until it has passed here. */
export type Decoders = { readonly [C in Channel]: (raw: unknown) => Received[C] }

/** What comes out of the decoders: what the window may ask, with secrets locked away. */
export type Received = {
  readonly [C in Channel]: C extends 'user/enter-keys' ? EnteredKeys : Requests[C]['input']
}

export interface EnteredKeys {
  readonly name: IdentityName
  readonly keys: LongLivedKeys
}

const nothing = z
  .undefined()
  .or(z.null())
  .transform((): void => undefined)
const name = z.string().min(1).max(256).transform(identityName)
const profile = z.string().min(1).max(128).transform(profileName)
const digest = z.stringFormat('digest', /^[0-9a-f]{64}$/)
const pasted = z.string().max(512)
const keys = z.strictObject({ name, accessKeyId: pasted, secretAccessKey: pasted })
const count = z.int().min(1).max(10_000_000)
const place = z.strictObject({ file: z.string().min(1).max(4_096), line: count, column: count })
const refresh = z.strictObject({ name, mfaCode: z.stringFormat('six-digits', /^\d{6}$/).nullable() })

export const decoders: Decoders = {
  'snapshot/read': decoder(nothing),
  'session/try': decoder(name),
  'session/end-trial': decoder(name),
  'session/activate': decoder(name),
  'session/deactivate': decoder(name),
  'session/refresh': decoder(refresh),
  'session/cancel': decoder(name),
  'user/enter-keys': decodeKeys,
  'user/forget-keys': decoder(name),
  'session/copy-profile': decoder(name),
  'session/copy-endpoint': decoder(z.strictObject({ name, format: z.enum(EXPORT_FORMATS) })),
  'session/copy-exports': decoder(z.strictObject({ name, format: z.enum(EXPORT_FORMATS), withKeys: z.boolean() })),
  'session/open-console': decoder(z.strictObject({ name, destination: z.string().min(1).max(64).nullable() })),
  'session/open-terminal': decoder(name),
  'session/take-over': decoder(name),
  'session/preview-take-over': decoder(name),
  'session/written-lines': decoder(name),
  'session/earlier-runs': decoder(name),
  'session/copy-run': decoder(z.strictObject({ name, startedAt: z.int().min(0).transform(instant) })),
  'files/history': decoder(nothing),
  'files/approve-first-write': decoder(nothing),
  'files/undo': decoder(profile.nullable()),
  'doctor/run': decoder(nothing),
  'trust/approve': decoder(digest),
  'hotkeys/hold': decoder(z.boolean()),
  'app/set-paused': decoder(z.boolean()),
  'app/snooze': decoder(z.enum(['half-hour', 'hour', 'tomorrow', 'off'])),
  'app/panic': decoder(nothing),
  'app/diagnose': decoder(z.strictObject({ names: z.boolean(), copy: z.boolean() })),
  'app/contacts': decoder(nothing),
  'settings/facts': decoder(nothing),
  'settings/choose-folder': decoder(nothing),
  'app/copy-example': decoder(nothing),
  'app/restart': decoder(nothing),
  'history/read': decoder(nothing),
  'settings/change': decoder(settingsPatch),
  'config/open': decoder(place.nullable()),
  'config/excerpt': decoder(place),
  'app/hide-window': decoder(nothing),
  'app/quit': decoder(nothing),
}

/** Throws what is wrong with the keys themselves, so that the form can say it. */
function decodeKeys(raw: unknown): EnteredKeys {
  const { name: identity, ...typed } = decoder(keys)(raw)
  const entered = enteredKeys(typed)
  if (entered.ok) return { name: identity, keys: entered.value }
  const [problem] = entered.problems
  throw new ProblemError(problem ?? NOT_UNDERSTOOD)
}

const question = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('snapshot') }),
  z.strictObject({ ask: z.literal('undo'), profile: z.string().min(1).max(128).nullable() }),
  z.strictObject({ ask: z.enum(['refresh', 'activate', 'deactivate']), name: z.string().min(1).max(256) }),
  z.strictObject({ ask: z.literal('try'), name: z.string().min(1).max(256) }),
  refresh.extend({ ask: z.literal('refresh-with-code') }),
  z.strictObject({ ask: z.literal('first-write'), name: z.string().min(1).max(256) }),
  z.strictObject({
    ask: z.literal('credentials'),
    name: z.string().min(1).max(256),
    inside: z.array(z.string().max(256)).max(64),
    by: z.string().max(256).nullable(),
    soon: z.boolean().optional(),
  }),
  z.strictObject({ ask: z.literal('approve'), digest }),
  z.strictObject({ ask: z.literal('panic') }),
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
    throw refuse()
  }
}

/** What says nothing of what was sent. */
export const refuse = (): ProblemError => new ProblemError(NOT_UNDERSTOOD)

const NOT_UNDERSTOOD: Problem = {
  code: 'bridge/refused',
  message: 'The window asked for something that Credtray does not understand.',
  hint: 'Restart Credtray. If it happens again, report what you clicked.',
}
