import type { Problem } from '../base/problem.ts'
import { minutes } from '../base/time.ts'
import type { StsFailure } from './sts-failure.ts'

/**
 * The problem of a wrong clock, or `null` where the clock is not to blame. AWS refuses a signature that is more than
 * 15 minutes off, and says so in words or by code; the Date header tells how far and in which direction.
 */
export function clockProblem(failure: StsFailure): Problem | null {
  if (!blamesClock(failure)) return null
  return {
    code: 'sts/clock-skew',
    message: `AWS refused the request because this computer's clock is ${howFarOff(failure)}.`,
    hint: 'Turn on automatic date and time in the system settings, check the time zone, then refresh.',
  }
}

function blamesClock({ code, text, serverAhead }: StsFailure): boolean {
  if (['RequestExpired', 'RequestTimeTooSkewed', 'RequestInTheFuture'].includes(code)) return true
  if (!SIGNATURE_CODES.includes(code)) return false
  if (EXPIRED.test(text) || NOT_YET.test(text)) return true
  return serverAhead !== null && Math.abs(serverAhead) > minutes(15)
}

function howFarOff({ code, text, serverAhead }: StsFailure): string {
  const off = Math.round((serverAhead ?? 0) / minutes(1))
  if (off !== 0) return `${inWords(Math.abs(off))} ${off > 0 ? 'behind' : 'ahead'}`
  if (code === 'RequestExpired' || EXPIRED.test(text)) return 'behind'
  return code === 'RequestInTheFuture' || NOT_YET.test(text) ? 'ahead' : 'wrong'
}

/** Minutes up to two hours, then hours: "61 minutes" is a time zone, "2880 minutes" is no help. */
function inWords(off: number): string {
  if (off >= 120) return `${Math.round(off / 60)} hours`
  return off === 1 ? '1 minute' : `${off} minutes`
}

const SIGNATURE_CODES = ['SignatureDoesNotMatch', 'InvalidSignatureException', 'AuthFailure']
const EXPIRED = /signature expired/i
const NOT_YET = /signature not yet current/i
