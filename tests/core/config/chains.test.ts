import { describe, expect, test } from 'vitest'
import { hours } from '#core/base/time'
import { brief, config } from './support.ts'

const ARN = 'arn:aws:iam::111111111111:role/Admin'

describe('chains', () => {
  const chain = (hub: string, spoke: string): string => `auth:
  identities:
    spoke: { kind: aws/assume-role, via: { identity: hub }, principal: { assume_role: '${ARN}', ${spoke} } }
    hub: { kind: aws/assume-role, via: { identity: root }, principal: { assume_role: '${ARN}', ${hub} } }
    root: { kind: aws/user, credentials: { region: eu-west-1 } }
`

  test('keep the order of the file', () =>
    expect(config(chain('', '')).identities.map(({ name }) => name)).toEqual(['spoke', 'hub', 'root']))

  test('hand a region down until one names its own', () => {
    const regions = (text: string) => config(text).identities.map(({ region }) => region)
    expect([regions(chain('', '')), regions(chain('region: us-east-2', ''))]).toEqual([
      ['eu-west-1', 'eu-west-1', 'eu-west-1'],
      ['us-east-2', 'us-east-2', 'eu-west-1'],
    ])
  })

  test('end after an hour from the second role on, and say so', () => {
    const read = config(chain('duration: 4h', 'duration: 4h'))
    const lasts = read.identities.map(({ source }) => (source.kind === 'assume-role' ? source.lasts : null))
    expect([lasts, read.notes.map(({ code, where }) => [code, where?.line])]).toEqual([
      [hours(1), hours(4), null],
      [['config/bad-duration', 3]],
    ])
  })

  test('a break at the root is told once, and its children point at it', () => {
    const read = config(chain('', '').replace('aws/user', 'aws/nope'))
    const because = read.identities.map(({ source }) => (source.kind === 'unusable' ? brief(source.because) : ''))
    expect([read.problems.map(brief), because]).toEqual([
      ['5:19 config/unknown-kind'],
      ['5:19 config/unusable-parent', '5:19 config/unusable-parent', '5:19 config/unknown-kind'],
    ])
  })

  test('one that hangs on a loop is not part of it', () => {
    const text = `auth:
  identities:
    a: { kind: aws/assume-role, via: { identity: b }, principal: { assume_role: '${ARN}' } }
    b: { kind: aws/assume-role, via: { identity: b }, principal: { assume_role: '${ARN}' } }
`
    const read = config(text)
    expect([read.problems.map(({ message }) => message), read.identities[0]?.source]).toMatchObject([
      ['"b" needs its own session to begin with: b → b.'],
      { because: { code: 'config/unusable-parent' } },
    ])
  })
})
