/** A separate AWS: own accounts, own keys, own endpoints. Nothing crosses from one to another. */
export type Partition =
  | 'aws'
  | 'aws-cn'
  | 'aws-us-gov'
  | 'aws-eusc'
  | 'aws-iso'
  | 'aws-iso-b'
  | 'aws-iso-e'
  | 'aws-iso-f'

/** The partition that an ARN names. `null`: it is no ARN, or of a partition that we do not know. */
export function partitionOfArn(arn: string): Partition | null {
  const named = /^arn:([a-z-]+):/.exec(arn)?.[1]
  return PARTITIONS.find(({ partition }) => partition === named)?.partition ?? null
}

/** A region that we do not know counts as commercial: AWS opens new ones there first. */
export function partitionOfRegion(region: string): Partition {
  return PARTITIONS.find(({ regions }) => regions.test(region))?.partition ?? 'aws'
}

/**
 * Where STS is asked: the region that was chosen, unless the ARN belongs to another
 * partition; then that partition's usual one, for the call could only fail elsewhere.
 */
export function stsRegion(chosen: string | null, arn: string | null): string {
  const needed = arn === null ? null : partitionOfArn(arn)
  if (chosen !== null && (needed === null || partitionOfRegion(chosen) === needed)) return chosen
  return usualRegion(needed ?? 'aws')
}

/** True where both ARNs name a partition and the two differ: such a chain can never work. */
export function crossesPartitions(from: string, to: string): boolean {
  const [here, there] = [partitionOfArn(from), partitionOfArn(to)]
  return here !== null && there !== null && here !== there
}

function usualRegion(partition: Partition): string {
  return PARTITIONS.find((entry) => entry.partition === partition)?.usual ?? 'us-east-1'
}

const PARTITIONS: readonly { readonly partition: Partition; readonly usual: string; readonly regions: RegExp }[] = [
  { partition: 'aws-cn', usual: 'cn-north-1', regions: /^cn-\w+-\d+$/ },
  { partition: 'aws-us-gov', usual: 'us-gov-west-1', regions: /^us-gov-\w+-\d+$/ },
  { partition: 'aws-eusc', usual: 'eusc-de-east-1', regions: /^eusc-\w+-\w+-\d+$/ },
  { partition: 'aws-iso', usual: 'us-iso-east-1', regions: /^us-iso-\w+-\d+$/ },
  { partition: 'aws-iso-b', usual: 'us-isob-east-1', regions: /^us-isob-\w+-\d+$/ },
  { partition: 'aws-iso-e', usual: 'eu-isoe-west-1', regions: /^eu-isoe-\w+-\d+$/ },
  { partition: 'aws-iso-f', usual: 'us-isof-south-1', regions: /^us-isof-\w+-\d+$/ },
  { partition: 'aws', usual: 'us-east-1', regions: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/ },
]
