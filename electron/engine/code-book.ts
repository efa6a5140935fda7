import { type Instant, instant, seconds } from '#core/base/time'

/**
 * Which codes of which MFA device were sent. AWS takes a code once, and a device shows a new one every 30 seconds: so
 * after a code that worked, or may have, nothing is sent until the device shows the next.
 */
export interface CodeBook {
  /** When the device shows a code that can work. `null`: now. */
  waitUntil(serial: string, now: Instant): Instant | null
  /** Marks a code as sent. Returns when to try again where this one cannot work; then it must not be sent. */
  send(code: DeviceCode, now: Instant): Instant | null
  /** AWS took the code for wrong: another one may be sent at once, this one never again. */
  refused(serial: string): void
}

export interface DeviceCode {
  readonly serial: string
  readonly code: string
}

interface Sent {
  readonly step: number
  /** True: the step is used up, whatever the device shows in it. */
  readonly spent: boolean
  /** Of this step and the one before: AWS takes a code for a while after its step. */
  readonly codes: readonly string[]
}

const MOST_CODES = 8
const STEP = seconds(30)
const stepOf = (now: Instant): number => Math.floor(now / STEP)
const endOf = (step: number): Instant => instant((step + 1) * STEP)

export function createCodeBook(): CodeBook {
  const devices = new Map<string, Sent>()
  const current = (serial: string, now: Instant): Sent => {
    const step = stepOf(now)
    const last = devices.get(serial)
    if (last === undefined || last.step < step - 1) return { step, spent: false, codes: [] }
    return last.step === step ? last : { step, spent: false, codes: last.codes }
  }
  return {
    waitUntil(serial, now) {
      const { spent, step } = current(serial, now)
      return spent ? endOf(step) : null
    },
    send({ serial, code }, now) {
      const { step, spent, codes } = current(serial, now)
      if (spent || codes.includes(code)) return endOf(step)
      devices.set(serial, { step, spent: true, codes: [...codes, code].slice(-MOST_CODES) })
      return null
    },
    refused(serial) {
      const sent = devices.get(serial)
      if (sent !== undefined) devices.set(serial, { ...sent, spent: false })
    },
  }
}
