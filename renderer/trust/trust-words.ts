import type { TrustItem } from '#core/trust/judge'

/** What happened, and what to do about it, for somebody who has other worries. */
export function changeWords(waiting: readonly TrustItem[]): string {
  const one = waiting.length === 1
  const begin = waiting.every(({ news }) => news === 'changed')
    ? `${one ? 'This has' : 'These have'} changed since you approved ${one ? 'it' : 'them'}`
    : `You have not approved ${one ? 'this' : 'these'} yet`
  return `${begin}, so ${one ? 'it has not' : 'none of them has'} run. Approve only what you know: it runs with your rights on this computer.`
}

/** The same in a line: "3 commands wait for your approval." */
export function waitingLine(items: readonly TrustItem[]): string {
  const waiting = items.filter(({ news }) => news !== 'approved')
  const noun = waiting.every(({ kind }) => kind !== 'remote-import') ? 'command' : 'thing'
  if (waiting.length === 1) return `One ${noun} of the configuration waits for your approval.`
  return `${waiting.length} ${noun}s of the configuration wait for your approval.`
}
