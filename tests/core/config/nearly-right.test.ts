import { describe, expect, test } from 'vitest'
import { config, entry } from './support.ts'

describe('a name that is nearly right', () => {
  const hintOf = (text: string) => config(text).problems.map(({ hint }) => hint.split('? ')[0])
  const child = (parent: string) => `auth:
  identities:
    corp-base: { kind: aws/user }
    corp-bast: { kind: aws/assume-role, via: { identity: ${parent} }, principal: { assume_role: 'arn:aws:iam::111111111111:role/A' } }
`
  test.each([
    ['a kind', entry('kind: aws/assumerole'), 'Did you mean aws/assume-role'],
    ['a kind that Credtray leaves alone', entry('kind: aws/permision-set'), 'Did you mean aws/permission-set'],
    ['a parent', child('corp-bsae'), 'Did you mean corp-base'],
    [
      'an identity of credtray.profiles',
      `${child('corp-base')}credtray: { profiles: { crp-base: x } }\n`,
      'Did you mean corp-base',
    ],
  ])('is asked about: %s', (_name, text, hint) => expect(hintOf(text)).toEqual([hint]))

  const settings = (written: string) => `${child('corp-base')}credtray: { ${written} }\n`

  test.each([
    ['a section of settings', 'refersh: { lead: 5m }', '5 credtray.refersh', 'Did you mean refresh?'],
    ['a setting of a section', 'refresh: { leed: 5m }', '5 credtray.refresh.leed', 'Did you mean lead?'],
    ['one without a default', 'end: { idel: 5m }', '5 credtray.end.idel', 'Did you mean idle?'],
  ])('is told with its place: %s', (_name, written, told, hint) =>
    expect(
      config(settings(written)).problems.map(({ message, where, hint: way }) => [
        `${where?.line} ${message.split(' ')[0]}`,
        way.slice(0, hint.length),
      ]),
    ).toEqual([[told, hint]]),
  )

  test.each(['telemetry: true', 'refresh: { jitter: 5m }', 'profiles: { corp-base: refresh }'])(
    'is not looked for in what may be of a newer Credtray: %s',
    (written) => expect(config(settings(written)).problems).toEqual([]),
  )

  test.each([
    ['a kind', entry('kind: vault')],
    ['a parent', child('elsewhere')],
  ])('is not guessed where nothing is near: %s', (_name, text) => expect(hintOf(text)[0]).not.toContain('Did you mean'))
})
