import type { Problem } from '../base/problem.ts'
import type { Identity } from '../identity/identity.ts'
import { type Partition, partitionOfArn, partitionOfRegion } from '../identity/partition.ts'
import { consoleHosts } from './console-hosts.ts'

/**
 * Why the AWS console cannot be opened as this identity. AWS takes the keys of a role or of a federated user; it refuses
 * sessions of GetSessionToken and long-lived keys. `null`: it can, as far as is known before AWS is asked.
 */
export function consoleProblem({ source, region }: Identity, arn: string | null): Problem | null {
  if (source.kind === 'unusable') return source.because
  if (source.kind === 'user') return ofUser
  if (arn !== null && /:iam::[0-9]*:(?:user\/|root$)/.test(arn)) return ofUser
  const known = arn ?? (source.kind === 'assume-role' ? source.role : null)
  return consoleHosts(partitionOf(known, region ?? ''), '') === null ? noEndpoint : null
}

/** Keys work in one partition only: what AWS says of them counts before what is configured. */
export const partitionOf = (arn: string | null, region: string): Partition =>
  (arn === null ? null : partitionOfArn(arn)) ?? partitionOfRegion(region)

const ofUser: Problem = {
  code: 'action/no-console',
  message: 'AWS signs no IAM user in to the console with keys, only roles.',
  hint: 'Add an aws/assume-role with via.identity set to this one, and open the console as that role.',
}

const noEndpoint: Problem = {
  code: 'action/no-console',
  message: 'This AWS partition has no sign-in endpoint that is public.',
  hint: 'Open its console the way that your organisation has set up.',
}
