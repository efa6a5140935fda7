import type { ContactReport } from './contact.ts'
import { isPublicHost } from './public-host.ts'

/** Hosts and proxies by which a reader could tell who asked, each with its port and without, for both may be named. */
export function privateHosts({ contacts }: ContactReport): readonly string[] {
  const named = contacts.flatMap(({ host, proxy }) => (proxy === null ? [host] : [host, proxy]))
  const told = named.filter((host) => !isPublicHost(host)).flatMap((host) => [host, host.replace(/:\d+$/, '')])
  return [...new Set(told)]
}
