import { describe, expect, test } from 'vitest'
import type { FunctionAnswer, FunctionCall } from '#core/config/functions'
import { parseLayers } from '#core/config/parse'
import { layered } from './support.ts'

const process = 'kind: aws/credential-process'
const one = (lines: string): string => `auth:\n  identities:\n    dev: { ${lines} }\n`
const files = (...texts: readonly string[]) => texts.map((text, index) => ({ file: `${index + 1}.yaml`, text }))

describe('an identity in several files', () => {
  const read = layered(
    files(
      one(`${process}, tags: [a], credentials: { credential_process: helper, region: eu-west-1 }`),
      one('credentials: { region: us-east-1 }'),
    ),
  )

  test('is merged at every depth, the later file on top', () =>
    expect(read.identities).toMatchObject([
      { profileRegion: 'us-east-1', tags: ['a'], source: { kind: 'process', command: 'helper' } },
    ]))

  test('knows of each value where it is written', () =>
    expect(read.identities[0]?.provenance?.map(({ field, where }) => `${field} ${where.file}:${where.line}`)).toEqual([
      'kind 1.yaml:3',
      'tags 1.yaml:3',
      'credentials.credential_process 1.yaml:3',
      'credentials.region 2.yaml:3',
    ]))

  test('is noted, because Atmos takes it from one file alone', () =>
    expect(read.notes.map(({ code, where }) => [code, where?.file])).toEqual([['config/atmos-differs', '2.yaml']]))

  test('has its problem in the file that causes it', () => {
    const { problems } = layered(
      files(one(`${process}, credentials: { credential_process: x }`), one('via: { provider: p }')),
    )
    expect(problems.map(({ code, where }) => [code, where?.file])).toEqual([['config/standalone-with-via', '2.yaml']])
  })

  test('is found whatever the case of its name', () => {
    const { identities } = layered(
      files(one(`${process}, credentials: { credential_process: x }`), one('tags: [b]').replace('dev', 'Dev')),
    )
    expect(identities.map(({ name, tags }) => [name, tags])).toEqual([['Dev', ['b']]])
  })
})

test('the settings of all files count together', () => {
  const { notify } = layered(files('credtray: { notify: { quiet: true } }', 'credtray: { notify: { before: 3m } }'))
  expect(notify).toEqual({ before: 180_000, quiet: true })
})

test('a list is replaced, or continued with !append, and !unset takes a value away', () => {
  const lower = one(`${process}, tags: [a], credentials: { credential_process: x, region: eu-west-1 }`)
  const tags = (upper: string) => layered(files(lower, one(upper))).identities[0]
  expect([
    tags('tags: [b]')?.tags,
    tags('tags: !append [b]')?.tags,
    tags('credentials: { region: !unset "" }')?.region,
  ]).toEqual([['b'], ['a', 'b'], null])
})

describe('a broken file among good ones', () => {
  const layers = files(one(`${process}, credentials: { credential_process: x }`), 'auth: {')
  const context = { file: '2.yaml', variable: () => undefined, userName: 'ana' }

  test('fails the whole, so that the last good one goes on', () => expect(parseLayers(layers, context).ok).toBe(false))

  test('is left out and told where there is no last good one', () => {
    const parsed = parseLayers(layers, { ...context, tolerant: true })
    expect(parsed).toMatchObject({
      ok: true,
      value: { identities: [{ name: 'dev' }], problems: [{ code: 'config/syntax' }] },
    })
  })
})

describe('functions that the machine answers', () => {
  const asked: FunctionCall[] = []
  const answering = (answer: FunctionAnswer) => (call: FunctionCall) => {
    asked.push(call)
    return answer
  }
  const region = (answer: FunctionAnswer) =>
    layered(
      files(one(`${process}, credentials: { credential_process: x, region: !exec 'print region' }`)),
      answering(answer),
    )

  test('get their argument, their place and the name of who asks', () => {
    region({ kind: 'value', value: 'eu-west-1' })
    expect(asked[0]).toEqual({
      name: '!exec',
      argument: 'print region',
      owner: 'dev',
      where: { file: '1.yaml', line: 3, column: 94 },
    })
  })

  test.each<[string, FunctionAnswer, unknown]>([
    ['a value', { kind: 'value', value: 'eu-west-1' }, { region: 'eu-west-1', source: { kind: 'process' } }],
    ['nothing yet', { kind: 'pending' }, { region: null, source: { kind: 'process' } }],
    ['nobody approved', { kind: 'untrusted' }, { source: { kind: 'unusable', because: { code: 'trust/needed' } } }],
    [
      'a failure',
      { kind: 'failed', problem: { code: 'config/function-failed', message: 'no', hint: 'yes' } },
      { source: { kind: 'unusable', because: { code: 'config/function-failed', where: { line: 3 } } } },
    ],
  ])('%s', (_name, answer, expected) => expect(region(answer).identities[0]).toMatchObject(expected as object))

  test('a child of one that waits for approval waits too', () => {
    const text = `auth:
  identities:
    base: { ${process}, credentials: { credential_process: !exec x } }
    role: { kind: aws/assume-role, via: { identity: base }, principal: { assume_role: 'arn:aws:iam::111111111111:role/A' } }
`
    const { identities, problems } = layered(files(text), answering({ kind: 'untrusted' }))
    expect([identities.map(({ source }) => source), problems]).toMatchObject([
      [{ because: { code: 'trust/needed' } }, { because: { code: 'trust/needed' } }],
      [],
    ])
  })

  test.each([
    'auth: !include auth.yaml',
    'auth: { identities: !include auth.yaml }',
    one('<<: 1').replace('{ <<: 1 }', '!include auth.yaml'),
  ])('an included file stands where it is included: %j', (text) => {
    const whole = `identities:\n  dev:\n    ${process}\n    credentials: { credential_process: x, timeout: 1 }\n`
    const part = text.startsWith('auth: !')
      ? whole
      : text.startsWith('auth: {')
        ? whole.replace('identities:', '')
        : `${process}\ncredentials: { credential_process: x, timeout: 1 }\n`
    const { problems } = layered(files(text), answering({ kind: 'yaml', text: part, file: 'auth.yaml', pick: [] }))
    expect(problems.map(({ code, where }) => [code, where?.file])).toEqual([['config/bad-duration', 'auth.yaml']])
  })

  test('a file that includes itself is a problem and no endless loop', () => {
    const { problems } = layered(
      files(one('').replace('{  }', '!include x.yaml')),
      answering({ kind: 'yaml', text: '!include x.yaml', file: 'x.yaml', pick: [] }),
    )
    expect(problems[0]?.code).toBe('config/shape')
  })

  test('a file that includes itself further down is a problem too', () => {
    const { problems } = layered(
      files(one('').replace('{  }', '!include x.yaml')),
      answering({ kind: 'yaml', text: 'a: !include x.yaml', file: 'x.yaml', pick: [] }),
    )
    expect(problems[0]?.code).toBe('config/shape')
  })
})
