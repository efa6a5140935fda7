import { type Duration, hours, minutes } from '#core/base/time'

/** "15 min", "1 h", "1 h 30 min" */
export function spanWords(span: Duration): string {
  const whole = Math.floor(span / hours(1))
  const rest = Math.round((span % hours(1)) / minutes(1))
  return [whole === 0 ? null : `${whole} h`, rest === 0 && whole > 0 ? null : `${rest} min`]
    .filter((part) => part !== null)
    .join(' ')
}

/** What counts where nothing was chosen. */
export const asWritten = (span: Duration): string => `As configured (${spanWords(span)})`
