import { join } from 'node:path'
import { appSocketPath } from '#host/serving/app-socket'
import { sha256 } from '#host/sha256'
import type { Where } from '../../where.ts'

/**
 * Where no app runs, a broker answers pulls: one engine in a process of its own, which holds what it obtained in memory
 * for a minute, so that fifty calls of a build are one run of the helper. Keeping the keys in a file for the next call
 * was rejected: own data holds no secrets.
 */
export interface BrokerPlace {
  /** The data folder. */
  readonly folder: string
  readonly where: Where
}

/** Each configuration has its own: what is named on the command line is another world. */
export function brokerFolder({ folder, where }: BrokerPlace): string {
  const world = sha256(JSON.stringify([where.config, where.folder, process.cwd()]))
  return join(folder, `${BROKER_PREFIX}${world.slice(0, 12)}`)
}

/** The folders of all brokers begin with it. */
export const BROKER_PREFIX = 'broker-'

export const brokerSocket = (place: BrokerPlace): string => appSocketPath(brokerFolder(place), process.platform)
