import type { TrustItem } from '#core/trust/judge'

/** What happened, and what to do about it, for somebody who has other worries. */
export function changeWords(waiting: readonly TrustItem[]): string {
  const one = waiting.length === 1
  const begin = waiting.every(({ news }) => news === 'changed')
    ? `${one ? 'This has' : 'These have'} changed since you approved ${one ? 'it' : 'them'}`
    : `You have not approved ${one ? 'this' : 'these'} yet`
  if (areAddresses(waiting))
    return `${begin}, so nothing has been sent there. Approve only what you know: requests with your session token go there instead of to AWS.`
  return `${begin}, so ${one ? 'it has not' : 'none of them has'} run. Approve only what you know: it runs with your rights on this computer.`
}

/** The same in a line: "3 commands wait for your approval." */
export function waitingLine(items: readonly TrustItem[]): string {
  const waiting = items.filter(({ news }) => news !== 'approved')
  const [one, many] = nouns(waiting)
  if (waiting.length === 1) return `One ${one} of the configuration waits for your approval.`
  return `${waiting.length} ${many} of the configuration wait for your approval.`
}

const areAddresses = (items: readonly TrustItem[]): boolean => items.every(({ kind }) => kind === 'endpoint')

function nouns(items: readonly TrustItem[]): readonly [one: string, many: string] {
  if (areAddresses(items)) return ['address', 'addresses']
  return items.every(({ kind }) => kind === 'command' || kind === 'exec')
    ? ['command', 'commands']
    : ['thing', 'things']
}
