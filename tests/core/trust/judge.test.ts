import { describe, expect, test } from 'vitest'
import type { Problem } from '#core/base/problem'
import { decodeApprovals, NOTHING_APPROVED, type Approvals } from '#core/trust/approvals'
import { approving, judge } from '#core/trust/judge'
import type { Run } from '#core/trust/run'
import { trustWords } from '#core/trust/trust-words'
import { identityName } from '../../support/states/builders.ts'

const FILE = '/repo/atmos.yaml'
const digest = (text: string): string => `digest of ${text}`

const run = (name: string, text: string, changes: Partial<Run> = {}): Run => ({
  kind: 'command',
  identity: identityName(name),
  text,
  shell: false,
  where: { file: FILE, line: 4, column: 3 },
  ...changes,
})

const verdict = (runs: readonly Run[], approvals: Approvals, unsafe: ReadonlyMap<string, Problem> = new Map()) =>
  judge(runs, { file: FILE, approvals, unsafe, digest })

const approved = (...runs: readonly Run[]): Approvals => approving(runs, { approvals: NOTHING_APPROVED, digest })
const news = (runs: readonly Run[], approvals: Approvals) =>
  verdict(runs, approvals).question?.items.map((item) => item.news) ?? 'no question'

describe('what a person is asked', () => {
  const before = approved(run('dev', 'helper dev'))

  test.each([
    ['the same again: nothing', [run('dev', 'helper dev')], 'no question'],
    [
      'a line further down: nothing',
      [run('dev', 'helper dev', { where: { file: FILE, line: 9, column: 1 } })],
      'no question',
    ],
    ['another command', [run('dev', 'helper prod')], ['changed']],
    ['the same command through a shell', [run('dev', 'helper dev', { shell: true })], ['changed']],
    ['one more', [run('dev', 'helper dev'), run('prod', 'helper prod')], ['approved', 'new']],
    ['the same in another file', [run('dev', 'helper dev', { where: { file: '/x', line: 1, column: 1 } })], ['new']],
    ['an address of the same words', [run('dev', 'helper dev', { kind: 'endpoint' })], ['new']],
    ['an !exec of the same words', [run('dev', 'helper dev', { kind: 'exec' })], ['new']],
    [
      'an import from elsewhere',
      [run('dev', 'helper dev'), run('x', 'https://e.com', { kind: 'remote-import', identity: null })],
      ['approved', 'new'],
    ],
  ])('%s', (_name, runs, expected) => expect(news(runs, before)).toEqual(expected))

  test('what did not change goes on while the rest waits', () => {
    const runs = [run('dev', 'helper dev'), run('prod', 'evil')]
    expect(runs.map(verdict(runs, before).isApproved)).toEqual([true, false])
  })

  test('another content is another question', () => {
    const of = (text: string) => verdict([run('dev', text)], NOTHING_APPROVED).question?.digest
    expect(of('a') === of('b')).toBe(false)
  })

  test('a file that others can write is refused even if it was approved', () => {
    const problem: Problem = { code: 'trust/refused', message: 'Others may write it.', hint: 'Close it.' }
    const { question, isApproved } = verdict([run('dev', 'helper dev')], before, new Map([[FILE, problem]]))
    expect([question?.refusal, isApproved(run('dev', 'helper dev'))]).toEqual([problem, false])
  })

  test('what looks like a secret is not shown', () => {
    const { question } = verdict([run('dev', 'helper --password hunter2')], NOTHING_APPROVED)
    expect(JSON.stringify(question?.items)).not.toContain('hunter2')
  })
})

describe('what was approved before', () => {
  const beforeOf = (runs: readonly Run[], approvals: Approvals) =>
    verdict(runs, approvals).question?.items.map(({ before }) => before)

  test('is shown beside what changed, and beside nothing else', () => {
    const runs = [run('dev', 'helper prod'), run('new', 'x'), run('same', 'y')]
    const approvals = approved(run('dev', 'helper dev', { shell: true }), run('same', 'y'))
    expect(beforeOf(runs, approvals)).toEqual([{ text: 'helper dev', shell: true }, null, null])
  })

  test('is not known from a file that kept digests alone, and it still counts', () => {
    const { files } = approved(run('dev', 'helper dev'))
    const old = decodeApprovals(JSON.parse(JSON.stringify({ files }))) ?? NOTHING_APPROVED
    expect([news([run('dev', 'helper dev')], old), beforeOf([run('dev', 'helper prod')], old)]).toEqual([
      'no question',
      [null],
    ])
  })

  test('is kept without its secrets', () => {
    expect(approved(run('dev', 'helper --password hunter2')).texts).toEqual({
      [FILE]: { 'command dev 1': { text: 'helper --password [hidden]', shell: false } },
    })
  })

  test('of another file stays', () => {
    const other = run('dev', 'there', { where: { file: '/other', line: 1, column: 1 } })
    const both = approving([run('dev', 'here')], { approvals: approved(other), digest })
    expect([Object.keys(both.files), Object.keys(both.texts)]).toEqual([
      ['/other', FILE],
      ['/other', FILE],
    ])
  })
})

test('an approval forgets what the file does not run any more', () => {
  const two = approved(run('dev', 'a'), run('prod', 'b'))
  const one = approving([run('dev', 'a')], { approvals: two, digest })
  expect(news([run('prod', 'b')], one)).toEqual(['new'])
})

test('approvals come back as they were saved, and anything else is none', () => {
  const all = approved(run('dev', 'a'))
  expect([
    decodeApprovals(JSON.parse(JSON.stringify(all))),
    decodeApprovals({ files: [1] }),
    decodeApprovals(null),
  ]).toEqual([all, null, null])
})

test('the terminal shows who runs what, from which line, and what is new', () => {
  const { question } = verdict(
    [run('dev', 'helper prod'), run('x', 'echo', { kind: 'exec', shell: true })],
    approved(run('dev', 'helper dev')),
  )
  expect(question === null ? '' : trustWords(question)).toBe(`/repo/atmos.yaml would run this as you:

  changed  dev: helper prod
           approved was: helper dev
           /repo/atmos.yaml:4
  new      x: echo   (!exec, each time the file is read)
           /repo/atmos.yaml:4

`)
})
