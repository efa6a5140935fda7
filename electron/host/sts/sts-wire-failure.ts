import { milliseconds, type Duration } from '#core/base/time'
import type { StsFailure } from '#core/credentials/sts-failure'

/** What the SDK threw, read field by field: its types promise less than it carries. */
export function wireFailure(error: unknown, now: number): StsFailure {
  const { status, date } = answerOf(error)
  return { code: codeOf(error), status, text: textOf(error), serverAhead: aheadOf(date, now) }
}

/** True where the SDK has set its clock right after this failure, so that another try is signed with the right time. */
export function clockWasCorrected(error: unknown): boolean {
  return field(field(error, '$metadata'), 'clockSkewCorrected') === true
}

/** Node's code tells more than the SDK's "TimeoutError", which it puts over every broken connection. */
function codeOf(error: unknown): string {
  const code = field(error, 'code')
  if (typeof code === 'string' && code !== '') return code
  const name = field(error, 'name')
  return typeof name === 'string' ? name : 'Unknown'
}

function textOf(error: unknown): string {
  const text = field(error, 'message')
  return typeof text === 'string' ? text : ''
}

function answerOf(error: unknown): { readonly status: number | null; readonly date: unknown } {
  const response = field(error, '$response')
  const status = field(field(error, '$metadata'), 'httpStatusCode') ?? field(response, 'statusCode')
  return { status: typeof status === 'number' ? status : null, date: field(field(response, 'headers'), 'date') }
}

function aheadOf(date: unknown, now: number): Duration | null {
  const server = typeof date === 'string' ? Date.parse(date) : Number.NaN
  return Number.isNaN(server) ? null : milliseconds(server - now)
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
