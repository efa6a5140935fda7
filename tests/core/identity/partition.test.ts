import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crossesPartitions, partitionOfArn, partitionOfRegion, stsRegion } from '#core/identity/partition'

const USUAL = [
  ['aws', 'us-east-1'],
  ['aws-cn', 'cn-north-1'],
  ['aws-us-gov', 'us-gov-west-1'],
  ['aws-eusc', 'eusc-de-east-1'],
  ['aws-iso', 'us-iso-east-1'],
  ['aws-iso-b', 'us-isob-east-1'],
  ['aws-iso-e', 'eu-isoe-west-1'],
  ['aws-iso-f', 'us-isof-south-1'],
] as const

const role = (partition: string): string => `arn:${partition}:iam::111111111111:role/Admin`
const anyRegion = fc.constantFrom(...USUAL.map(([, region]) => region), 'eu-west-1', 'ap-east-1', 'xx-made-up-9')
const anyPartition = fc.constantFrom(...USUAL.map(([partition]) => partition))

describe('where STS is asked', () => {
  test.each(USUAL)('a role of %s without a region is asked for in %s', (partition, region) => {
    expect(stsRegion(null, role(partition))).toBe(region)
  })

  test('without a region and a role it is us-east-1', () => {
    expect(stsRegion(null, null)).toBe('us-east-1')
  })

  test.each([
    ['eu-west-1', 'aws', 'eu-west-1'],
    ['cn-northwest-1', 'aws-cn', 'cn-northwest-1'],
    ['eu-west-1', 'aws-cn', 'cn-north-1'],
    ['cn-north-1', 'aws', 'us-east-1'],
    ['us-gov-east-1', 'aws-us-gov', 'us-gov-east-1'],
    ['us-east-1', 'aws-us-gov', 'us-gov-west-1'],
    ['eu-central-1', 'aws-eusc', 'eusc-de-east-1'],
  ])('%s for a role of %s is %s', (chosen, partition, region) => {
    expect(stsRegion(chosen, role(partition))).toBe(region)
  })

  test('a hardware MFA device names no partition, so the chosen region stays', () => {
    expect(stsRegion('cn-north-1', 'GAHT12345678')).toBe('cn-north-1')
  })

  test('a region that we do not know yet is taken for a commercial one', () => {
    expect(stsRegion('xx-made-up-9', role('aws'))).toBe('xx-made-up-9')
  })

  test('law: the region is always of the partition of the role', () => {
    fc.assert(
      fc.property(fc.option(anyRegion), anyPartition, (chosen, partition) => {
        expect(partitionOfRegion(stsRegion(chosen, role(partition)))).toBe(partition)
      }),
    )
  })

  test('law: asking again with the answer changes nothing', () => {
    fc.assert(
      fc.property(fc.option(anyRegion), fc.option(anyPartition), (chosen, partition) => {
        const arn = partition === null ? null : role(partition)
        const region = stsRegion(chosen, arn)
        expect(stsRegion(region, arn)).toBe(region)
      }),
    )
  })
})

describe('chains', () => {
  test('law: two roles are in one partition exactly where their ARNs say so', () => {
    fc.assert(
      fc.property(anyPartition, anyPartition, (from, to) => {
        expect(crossesPartitions(role(from), role(to))).toBe(from !== to)
      }),
    )
  })

  test('what names no partition is not held against a chain', () => {
    expect([crossesPartitions('', role('aws-cn')), crossesPartitions(role('aws'), 'Admin')]).toEqual([false, false])
  })

  test('law: no text that is not an ARN has a partition', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.startsWith('arn:'))
        expect(partitionOfArn(text)).toBeNull()
      }),
    )
  })
})
