import type { Partition } from '../identity/partition.ts'

/** Where people sign in to one AWS, and where its console is. Both without a slash at the end. */
export interface ConsoleHosts {
  readonly signIn: string
  readonly console: string
}

/**
 * The sign-in endpoints of AWS's guide "Enable custom identity broker access to the AWS console"; the sovereign cloud of
 * the EU has one a region. `null`: no endpoint of this partition is public.
 */
export function consoleHosts(partition: Partition, region: string): ConsoleHosts | null {
  switch (partition) {
    case 'aws':
      return { signIn: 'https://signin.aws.amazon.com', console: 'https://console.aws.amazon.com' }
    case 'aws-cn':
      return { signIn: 'https://signin.amazonaws.cn', console: 'https://console.amazonaws.cn' }
    case 'aws-us-gov':
      return { signIn: 'https://signin.amazonaws-us-gov.com', console: 'https://console.amazonaws-us-gov.com' }
    case 'aws-eusc':
      return {
        signIn: `https://${region}.signin.amazonaws-eusc.eu`,
        console: `https://${region}.console.amazonaws-eusc.eu`,
      }
    default:
      return null
  }
}
