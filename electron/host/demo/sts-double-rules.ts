import { randomInt } from 'node:crypto'
import { hours, seconds, type Duration } from '#core/base/time'

/** Keys that the double takes. */
export interface KnownKeys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** `null`: long-lived keys. */
  readonly sessionToken: string | null
  /** Milliseconds since 1970. `null`: they do not end. */
  readonly expiresAt: number | null
  /** Whose keys they are: `arn:aws:iam::111111111111:user/bob`, `arn:aws:sts::…:assumed-role/Admin/bob`. */
  readonly arn: string
}

/** What an account of AWS would know. */
export interface StsRules {
  /** No session is longer, whatever is asked for. */
  readonly lifetime: Duration
  /** MaxSessionDuration by role ARN. Missing: an hour. */
  readonly longest?: Readonly<Record<string, Duration>>
  /** By role ARN. */
  readonly externalIds?: Readonly<Record<string, string>>
  /** Which codes a device shows now. Missing: no device is known. */
  readonly mfa?: { readonly serial: string; readonly accepts: (code: string) => boolean }
}

export class StsRefusal extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = 403) {
    super(message)
    this.name = 'StsRefusal'
    this.code = code
    this.status = status
  }
}

export interface StsQuery {
  readonly parameters: URLSearchParams
  readonly caller: KnownKeys
  readonly now: number
  /** `serial code step` of each code that was taken. */
  readonly usedCodes: Set<string>
}

/** Throws a StsRefusal in AWS's words. */
export function assumeRole({ parameters, caller, now }: StsQuery, rules: StsRules): KnownKeys {
  const role = parameters.get('RoleArn') ?? ''
  const arn = sessionArn(role, parameters.get('RoleSessionName') ?? '')
  if (caller.arn.endsWith(':root')) throw new StsRefusal('AccessDenied', 'Roles may not be assumed by root accounts.')
  const externalId = rules.externalIds?.[role] ?? null
  if (externalId !== parameters.get('ExternalId')) throw denied(caller, role)
  const lasts = duration(parameters, 3_600, hours(12))
  checkLength(lasts, rules.longest?.[role] ?? hours(1), caller)
  return freshKeys(arn, now + Math.min(lasts, rules.lifetime))
}

function checkLength(lasts: Duration, longest: Duration, caller: KnownKeys): void {
  if (isRoleSession(caller) && lasts > hours(1)) throw new StsRefusal('ValidationError', CHAINED, 400)
  if (lasts > longest) throw new StsRefusal('ValidationError', TOO_LONG, 400)
}

/** The path of a role is no part of its session's ARN. */
function sessionArn(role: string, session: string): string {
  const [, partition, account, name] = /^arn:([a-z-]+):iam::(\d{12}):role\/(?:.+\/)?([^/]+)$/.exec(role) ?? []
  if (!name) throw invalid("Value at 'roleArn' failed to satisfy constraint")
  if (!/^[\w+=,.@-]{2,64}$/.test(session)) throw invalid("Value at 'roleSessionName' failed to satisfy constraint")
  return `arn:${partition}:sts::${account}:assumed-role/${name}/${session}`
}

/** Throws a StsRefusal in AWS's words. */
export function getSessionToken({ parameters, caller, now, usedCodes }: StsQuery, rules: StsRules): KnownKeys {
  if (caller.sessionToken !== null) {
    throw new StsRefusal('AccessDenied', 'Cannot call GetSessionToken with session credentials')
  }
  const lasts = duration(parameters, 43_200, hours(36))
  const serial = parameters.get('SerialNumber')
  const code = parameters.get('TokenCode')
  if ((serial === null) !== (code === null)) throw mfa(', must provide both MFA serial number and one time pass code.')
  if (serial !== null && code !== null) checkCode({ serial, code, step: Math.floor(now / 30_000) }, usedCodes, rules)
  return freshKeys(caller.arn, now + Math.min(lasts, rules.lifetime))
}

/** A code works once in its step, as with a real device. */
function checkCode(
  { serial, code, step }: { readonly serial: string; readonly code: string; readonly step: number },
  usedCodes: Set<string>,
  rules: StsRules,
): void {
  if (rules.mfa?.serial !== serial) throw mfa(UNKNOWN_DEVICE)
  const used = `${serial} ${code} ${step}`
  if (!rules.mfa.accepts(code) || usedCodes.has(used)) throw mfa(' with invalid MFA one time pass code.')
  usedCodes.add(used)
}

function duration(parameters: URLSearchParams, usual: number, longest: Duration): Duration {
  const asked = Number(parameters.get('DurationSeconds') ?? usual)
  const lasts = seconds(asked)
  if (!Number.isInteger(asked) || lasts < seconds(900) || lasts > longest) {
    throw invalid("Value at 'durationSeconds' failed to satisfy constraint")
  }
  return lasts
}

/** Recognisably fake, and different each time, so that a renewal can be seen. */
function freshKeys(arn: string, expiresAt: number): KnownKeys {
  const fresh = letters(9)
  return {
    accessKeyId: `ASIAEXAMPLE${fresh}`,
    secretAccessKey: `EXAMPLEKEY/${letters(29)}`,
    sessionToken: `EXAMPLETOKEN/${letters(60)}`,
    expiresAt: Math.floor(expiresAt / 1_000) * 1_000,
    arn,
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const letters = (count: number): string => Array.from({ length: count }, () => ALPHABET[randomInt(32)]).join('')

const isRoleSession = (caller: KnownKeys): boolean => caller.arn.includes(':assumed-role/')
const invalid = (text: string): StsRefusal =>
  new StsRefusal('ValidationError', `1 validation error detected: ${text}`, 400)
const mfa = (text: string): StsRefusal => new StsRefusal('AccessDenied', `MultiFactorAuthentication failed${text}`)
const denied = (caller: KnownKeys, role: string): StsRefusal =>
  new StsRefusal(
    'AccessDenied',
    `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${role}`,
  )

const UNKNOWN_DEVICE =
  ', unable to validate MFA code. Please verify your MFA serial number is valid and associated with this user.'
const TOO_LONG = 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'
const CHAINED = 'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.'
