import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Contacts } from '#engine/contacts'
import type { Network } from '#engine/ports'
import type { Environment } from '../this-machine.ts'

/** From one look to the next; each pause is twice the one before. */
const FIRST_MS = 2_000
const LONGEST_MS = 60_000

/** Then we go on anyway: behind some firewalls no outside name resolves, and STS answers all the same. */
const GIVE_UP_MS = 120_000

export interface NetworkParts {
  /** The host whose name stands for the network. `null`: nothing can be known, so the road counts as open. */
  readonly host: string | null
  readonly contacts: Contacts
  readonly resolve?: (host: string) => Promise<unknown>
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>
}

export function createNetwork({ host, contacts, resolve = lookup, wait = sleep }: NetworkParts): Network {
  const hasRoad = async (): Promise<boolean> =>
    // Who is named by a number is looked up nowhere.
    host === null ||
    isIP(host) !== 0 ||
    contacts
      .during({ host, purpose: 'look-up', proxy: null }, () => resolve(host))
      .then(
        () => true,
        () => false,
      )
  return {
    hasRoad,
    async waitForRoad(signal) {
      let waited = 0
      for (let pause = FIRST_MS; waited < GIVE_UP_MS && !(await hasRoad()); pause = Math.min(pause * 2, LONGEST_MS)) {
        await wait(pause, signal)
        waited += pause
      }
    },
  }
}

const sleep = (ms: number, signal: AbortSignal): Promise<unknown> => delay(ms, undefined, { signal })

/** Where STS is asked, by these variables. `null`: through a proxy, which resolves names by itself. */
export function networkHost(env: Environment): string | null {
  if (env['HTTPS_PROXY'] || env['https_proxy'] || env['ALL_PROXY'] || env['all_proxy']) return null
  const endpoint = env['AWS_ENDPOINT_URL_STS'] || env['AWS_ENDPOINT_URL']
  return (endpoint === undefined ? null : hostOf(endpoint)) ?? 'sts.amazonaws.com'
}

function hostOf(endpoint: string): string | null {
  return URL.canParse(endpoint) ? new URL(endpoint).hostname.replace(/^\[|\]$/g, '') : null
}
