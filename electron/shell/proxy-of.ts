import type { Session } from 'electron'

/** The proxy that Chromium takes for an origin, as `host:port`. `null`: it goes straight there. */
export async function proxyOf(session: Pick<Session, 'resolveProxy'>, origin: string): Promise<string | null> {
  // As in a PAC file: "PROXY proxy.corp:3128; DIRECT". The first that works is taken, which is the first, as a rule.
  const [first = ''] = (await session.resolveProxy(origin)).split(';', 1)
  return /^\s*(?:PROXY|HTTPS|SOCKS[45]?|QUIC)\s+(\S+)/i.exec(first)?.[1] ?? null
}
