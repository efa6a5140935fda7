import { type Problem, ProblemError } from '../base/problem.ts'
import { stsRegion } from '../identity/partition.ts'
import { consoleHosts } from './console-hosts.ts'
import { partitionOf } from './console-problem.ts'
import { destinationPath, destinationUrl } from './destinations.ts'

/** Who signs in, and what they want to see. */
export interface ConsoleWish {
  /** `null`: nobody has asked AWS yet. */
  readonly arn: string | null
  readonly region: string | null
  /** An alias of `DESTINATIONS`. `null`: the console's first page. */
  readonly destination: string | null
}

export interface ConsolePlace {
  /** The endpoint of federation. */
  readonly federation: string
  readonly destination: string
}

/** Where the browser goes. Throws a ProblemError where there is no such page. */
export function consolePlace({ arn, region, destination }: ConsoleWish): ConsolePlace {
  const hosts = consoleHosts(partitionOf(arn, region ?? ''), stsRegion(region, arn))
  const path = destinationPath(destination ?? 'home')
  if (hosts === null || path === null) throw new ProblemError(unknownPage(destination ?? 'home'))
  return {
    federation: `${hosts.signIn}/federation`,
    destination: destinationUrl(hosts.console, path, region),
  }
}

const unknownPage = (destination: string): Problem => ({
  code: 'action/no-console',
  message: `There is no page of the console named ${destination}.`,
  hint: 'Choose one of the list, or open the first page and go on from there.',
})
