/**
 * Something inside of Credtray itself broke. `stopped`: what renews has ended, so nothing is renewed any more. `shaken`:
 * something else did, and nobody knows what still works. Both end with a restart alone.
 */
export type Fault = 'stopped' | 'shaken'

/** At most 63 characters: it is the tray's tooltip, too. */
export const faultWords = (fault: Fault): string =>
  fault === 'stopped' ? 'Credtray has stopped refreshing: restart it' : 'Something inside Credtray broke: restart it'

/** What it means, and the way out. */
export const faultHint = (fault: Fault): string =>
  fault === 'stopped'
    ? 'Nothing is renewed until then. Keys that are there stay good until they end.'
    : 'Credtray goes on as well as it can. What broke stands in the log and in the diagnostics.'
