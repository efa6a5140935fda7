import { z } from 'zod'

/** One case of the shared vectors, with its templates filled in. */
export interface ProcessCase {
  readonly id: string
  readonly platform: 'any' | 'posix' | 'win32'
  readonly command: string | null
  readonly shell: boolean
  readonly script: string | null
  readonly stdoutBytes: Uint8Array
  readonly stderrBytes: Uint8Array
  readonly exitCode: number
  readonly signal: string | null
  readonly delayMs: number | null
  readonly mode: number
  readonly env: Readonly<Record<string, string>>
  readonly accountId: string | null
  readonly options: Options
  readonly expect: Expectation
}

export interface CommandLineCase {
  readonly id: string
  readonly platform: 'any' | 'posix' | 'win32'
  readonly command: string
  readonly expect: { readonly argv?: readonly string[] | undefined; readonly error?: string | undefined }
}

export type Expectation = z.infer<typeof EXPECT>
type Options = z.infer<typeof OPTIONS>

const EXPECT = z.object({
  ok: z
    .object({
      accessKeyId: z.string(),
      secretAccessKey: z.string(),
      sessionToken: z.string().nullish(),
      expiration: z.string().nullish(),
      accountId: z.string().nullish(),
    })
    .optional(),
  warnings: z.array(z.string()).default([]),
  error: z.string().optional(),
  field: z.string().optional(),
  hint: z.string().optional(),
  exitCodeReported: z.number().optional(),
  stderrExcerptContains: z.string().optional(),
  messageMustNotContain: z.array(z.string()).default([]),
  withinMs: z.number().optional(),
})

const OPTIONS = z.object({
  timeoutMs: z.number().default(60_000),
  maxOutputBytes: z.number().optional(),
  killGraceMs: z.number().optional(),
  drainGraceMs: z.number().optional(),
})

const PLATFORM = z.enum(['any', 'posix', 'win32']).default('any')

const CASE = z.object({
  id: z.string(),
  platform: PLATFORM,
  command: z.string().optional(),
  mode: z.enum(['direct', 'shell']).default('direct'),
  script: z.string().optional(),
  stdout: z.string().default(''),
  stdoutBase64: z.string().optional(),
  stderr: z.string().default(''),
  stderrBase64: z.string().optional(),
  exitCode: z.number().default(0),
  signal: z.string().nullish(),
  delayMs: z.number().nullish(),
  setup: z.object({ mode: z.union([z.string(), z.number()]).optional() }).default({}),
  env: z.record(z.string(), z.string()).default({}),
  profile: z.object({ aws_account_id: z.string().optional() }).default({}),
  options: OPTIONS.default({ timeoutMs: 60_000 }),
  expect: EXPECT,
})

const COMMAND_LINE = z.object({
  id: z.string(),
  platform: PLATFORM,
  command: z.string(),
  expect: z.object({ argv: z.array(z.string()).optional(), error: z.string().optional() }),
})

const FILE = z.object({ cases: z.array(z.unknown()).default([]), commandLines: z.array(COMMAND_LINE).default([]) })

export interface ProcessVectors {
  readonly cases: readonly ProcessCase[]
  readonly commandLines: readonly CommandLineCase[]
}

/** Throws where the text is not in the format of credential_process_vectors.json. */
export function readProcessVectors(vectors: unknown, nowMs: number): ProcessVectors {
  const { cases, commandLines } = FILE.parse(vectors)
  return { cases: cases.map((one) => readCase(one, nowMs)), commandLines }
}

function readCase(raw: unknown, nowMs: number): ProcessCase {
  const one = CASE.parse(fillIn(raw, nowMs))
  const stdoutBytes = bytesOf(one.stdout, one.stdoutBase64)
  const { id, platform, exitCode, env, options, expect } = one
  return {
    id,
    platform,
    exitCode,
    env,
    options,
    expect,
    command: one.command?.replaceAll('{{B64}}', stdoutBytes.toString('base64')) ?? null,
    shell: one.mode === 'shell',
    script: one.script?.replaceAll('{{B64}}', stdoutBytes.toString('base64')) ?? null,
    stdoutBytes,
    stderrBytes: bytesOf(one.stderr, one.stderrBase64),
    signal: one.signal ?? null,
    delayMs: one.delayMs ?? null,
    mode: fileMode(one.setup.mode),
    accountId: one.profile.aws_account_id ?? null,
  }
}

const bytesOf = (text: string, base64: string | undefined): Buffer =>
  base64 === undefined ? Buffer.from(text) : Buffer.from(base64, 'base64')

const fileMode = (mode: string | number | undefined): number =>
  typeof mode === 'string' ? Number.parseInt(mode.replace(/^0o/, ''), 8) : (mode ?? 0o755)

/** The templates that the file's header explains, in every text of a case. */
function fillIn(value: unknown, nowMs: number): unknown {
  if (typeof value === 'string') return fillText(value, nowMs)
  if (Array.isArray(value)) return value.map((item) => fillIn(item, nowMs))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillIn(item, nowMs)]))
}

function fillText(text: string, nowMs: number): string {
  return text
    .replace(/\{\{iso:([+-]?\d+)\}\}/g, (_all, shift: string) => isoAt(nowMs, Number(shift), 0, 'Z'))
    .replace(
      /\{\{isooff:([+-])(\d\d):?(\d\d):([+-]?\d+)\}\}/g,
      (_all, sign: string, hours: string, minutes: string, shift: string) => {
        const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
        return isoAt(nowMs, Number(shift), offset, `${sign}${hours}:${minutes}`)
      },
    )
    .replace(/\{\{rep:([^*}]+)\*(\d+)\}\}/g, (_all, piece: string, times: string) => piece.repeat(Number(times)))
}

function isoAt(nowMs: number, shiftSeconds: number, offsetMinutes: number, zone: string): string {
  const local = new Date(nowMs + shiftSeconds * 1_000 + offsetMinutes * 60_000)
  return `${local.toISOString().slice(0, 19)}${zone}`
}
