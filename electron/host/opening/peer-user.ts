import { readFile } from 'node:fs/promises'

/**
 * The user at the other end of a loopback connection, from the kernel's table. `null`: it is not listed. Linux only.
 * `here` and `there` are the ports as the server sees them.
 */
export async function peerUser(here: number, there: number): Promise<number | null> {
  const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map(readTable))
  return userOf(tables.join('\n'), here, there)
}

/** https://www.kernel.org/doc/Documentation/networking/proc_net_tcp.txt; the client's side of the connection. */
export function userOf(table: string, here: number, there: number): number | null {
  const [local, remote] = [hexPort(there), hexPort(here)]
  for (const line of table.split('\n')) {
    const [, from, to, , , , , user] = line.trim().split(/\s+/)
    if (from?.endsWith(local) && to?.endsWith(remote)) return Number(user)
  }
  return null
}

const hexPort = (port: number): string => `:${port.toString(16).toUpperCase().padStart(4, '0')}`

/** A kernel without IPv6 has no second table. */
const readTable = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')
