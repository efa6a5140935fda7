import { describe, expect, test } from 'vitest'
import { consoleLasts } from '#core/actions/console-lasts'
import { consolePlace } from '#core/actions/console-place'
import { consoleProblem } from '#core/actions/console-problem'
import { destinationPath, DESTINATIONS, FIRST_DESTINATIONS } from '#core/actions/destinations'
import { hours } from '#core/base/time'
import { identity, role } from '../../support/world/fake-config.ts'

const user = (name: string) =>
  identity(name, { kind: 'user', keys: null, mfaSerial: null, lasts: hours(12), endpoint: null })

const ARN = 'arn:aws:sts::111122223333:assumed-role/Admin/ana'

describe('where the browser goes', () => {
  test.each([
    ['aws', ARN, 'eu-west-1', 'https://signin.aws.amazon.com/federation', 'https://console.aws.amazon.com/'],
    [
      'aws-cn',
      ARN.replace('aws', 'aws-cn'),
      'cn-north-1',
      'https://signin.amazonaws.cn/federation',
      'https://console.amazonaws.cn/',
    ],
    [
      'aws-us-gov',
      ARN.replace('aws', 'aws-us-gov'),
      'us-gov-east-1',
      'https://signin.amazonaws-us-gov.com/federation',
      'https://console.amazonaws-us-gov.com/',
    ],
    [
      'aws-eusc',
      ARN.replace('aws', 'aws-eusc'),
      'eusc-de-east-1',
      'https://eusc-de-east-1.signin.amazonaws-eusc.eu/federation',
      'https://eusc-de-east-1.console.amazonaws-eusc.eu/',
    ],
  ])('in the partition %s', (_partition, arn, region, federation, console) => {
    const place = consolePlace({ arn, region, destination: null })
    expect(place).toEqual({ federation, destination: `${console}console/home?region=${region}` })
  })

  test('the region alone names the partition while nobody has asked who it is', () => {
    expect(consolePlace({ arn: null, region: 'cn-north-1', destination: 's3' }).destination).toBe(
      'https://console.amazonaws.cn/s3?region=cn-north-1',
    )
  })

  test('keys without a region see the region that the console remembers', () => {
    expect(consolePlace({ arn: ARN, region: null, destination: 'ec2' }).destination).toBe(
      'https://console.aws.amazon.com/ec2',
    )
  })

  test('the region stands in front of the fragment of a page', () => {
    expect(consolePlace({ arn: ARN, region: 'eu-west-1', destination: 'elb' }).destination).toBe(
      'https://console.aws.amazon.com/ec2/v2/home?region=eu-west-1#LoadBalancers',
    )
  })

  test.each(['nope', 'https://evil.example/', '../s3', '__proto__', 'constructor'])('%s is no page', (destination) => {
    expect(() => consolePlace({ arn: ARN, region: null, destination })).toThrow(/no page of the console/)
  })

  test('every alias leads to a page, the first ones first, none twice', () => {
    expect(DESTINATIONS.every((alias) => destinationPath(alias) !== null)).toBe(true)
    expect(DESTINATIONS.slice(0, FIRST_DESTINATIONS.length)).toEqual(FIRST_DESTINATIONS)
    expect(new Set(DESTINATIONS).size).toBe(DESTINATIONS.length)
    expect(destinationPath(' S3 ')).toBe('s3')
  })
})

describe('who may open the console', () => {
  test('a role, and a command whose keys are a role’s or not known yet', () => {
    expect(consoleProblem(role('hub', 'base'), null)).toBeNull()
    expect(consoleProblem(identity('base'), null)).toBeNull()
    expect(consoleProblem(identity('base'), ARN)).toBeNull()
    expect(consoleProblem(identity('base'), 'arn:aws:sts::111122223333:federated-user/ana')).toBeNull()
  })

  test.each([
    ['an aws/user', user('root'), null],
    ['a command that prints keys of a user', identity('base'), 'arn:aws:iam::111122223333:user/ana'],
    ['the root of an account', identity('base'), 'arn:aws:iam::111122223333:root'],
  ])('%s may not, and is told of the way out', (_who, one, arn) => {
    expect(consoleProblem(one, arn)).toMatchObject({
      code: 'action/no-console',
      hint: expect.stringContaining('aws/assume-role'),
    })
  })

  test('a partition without a public endpoint is explained', () => {
    expect(consoleProblem(identity('base', {}, { region: 'us-iso-east-1' }), null)?.message).toContain('partition')
  })
})

describe('how long the console stays open', () => {
  const hub = role('hub', 'root')
  const long = { ...hub, source: { ...hub.source, lasts: hours(4) } as typeof hub.source }

  test('as long as the role is asked for, where it is assumed by a user', () => {
    expect(consoleLasts([user('root'), long], () => null)).toBe(hours(4))
    expect(consoleLasts([identity('root'), long], () => 'arn:aws:iam::111122223333:user/ana')).toBe(hours(4))
  })

  test('no length is asked for with the keys of a chained role, or of one that may be chained', () => {
    expect(consoleLasts([identity('root'), long], () => ARN)).toBeNull()
    expect(consoleLasts([identity('root'), long], () => null)).toBeNull()
  })

  test('nor for keys that a command prints', () => {
    expect(consoleLasts([identity('root')], () => ARN)).toBeNull()
  })
})
