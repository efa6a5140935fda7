import { z } from 'zod'
import { milliseconds } from '../base/time.ts'
import { isProfileName } from '../config/profile-name.ts'
import { identityName, profileName } from '../identity/names.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'

const text = z.string().min(1).max(1_024)
const identity = z.string().min(1).max(256).transform(identityName)
const profile = z
  .string()
  .refine((name) => isProfileName(name))
  .transform(profileName)
const minuteOfDay = z.int().min(0).max(1_439)

/** A length of time of at least a minute and at most 36 hours, the longest life of a session. */
const span = z.number().min(60_000).max(129_600_000).transform(milliseconds)

const shape = z.strictObject({
  favourites: z.array(identity).max(5_000),
  profiles: z.record(z.string().min(1).max(256), profile),
  sets: z
    .array(z.strictObject({ name: text, identities: z.array(identity).max(1_000), hotkey: text.nullable() }))
    .max(100),
  production: z.strictObject({
    tags: z.array(text).max(100),
    patterns: z.array(text).max(100),
    deactivateAfter: span.nullable(),
  }),
  lead: span.nullable(),
  helpersAtOnce: z.int().min(1).max(64).nullable(),
  notify: z.strictObject({
    before: span.nullable(),
    quiet: z.boolean().nullable(),
    quietHours: z.strictObject({ from: minuteOfDay, to: minuteOfDay }).nullable(),
    hideNames: z.boolean(),
  }),
  view: z.strictObject({ groupBy: z.enum(['none', 'account', 'root', 'tag']) }),
  theme: z.enum(['system', 'light', 'dark']),
  startAtLogin: z.boolean(),
  startHidden: z.boolean(),
  menuBarTitle: z.boolean(),
  folder: text.nullable(),
  files: z.strictObject({ credentials: text.nullable(), config: text.nullable() }),
  mirror: text.nullable(),
  programs: z.strictObject({ browser: text.nullable(), terminal: text.nullable(), editor: text.nullable() }),
  endpoint: z.boolean(),
  updates: z.boolean(),
  welcomed: z.boolean(),
} satisfies { readonly [Key in keyof Settings]: z.ZodType<Settings[Key]> })

/** Some of the settings, each of them whole. */
export type SettingsPatch = { readonly [Key in keyof Settings]?: Settings[Key] | undefined }

/** What the window sends. */
export const settingsPatch: z.ZodType<SettingsPatch> = shape.partial()

/** Reads what `JSON.stringify(settings)` wrote, in whatever version: what is missing or odd is as it is by default. */
export function decodeSettings(raw: unknown): Settings {
  const whole = z.record(z.string(), z.unknown()).safeParse(raw)
  if (!whole.success) return DEFAULT_SETTINGS
  const good = Object.keys(shape.shape)
    .map((key) => settingsPatch.safeParse({ [key]: whole.data[key] }))
    .map((one) => (one.success ? withoutHoles(one.data) : {}))
  return changed(DEFAULT_SETTINGS, Object.assign({}, ...good))
}

export function changed(settings: Settings, patch: SettingsPatch): Settings {
  return { ...settings, ...withoutHoles(patch) }
}

function withoutHoles(patch: SettingsPatch): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
