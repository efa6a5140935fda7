import { expect, test } from 'vitest'
import { cursorIn, type Line, linesOf } from '../../../renderer/identities/lines.ts'
import { identityName, problem, view } from '../../support/states/builders.ts'

const views = [
  view('a', { account: '1' }),
  view('b', { account: '2' }),
  view('azure', { account: null, state: { kind: 'not-handled', because: problem() } }),
]
const words = (lines: readonly Line[]) =>
  lines.map((line) => {
    if (line.kind === 'heading') return `= ${line.title}`
    return line.kind === 'group' ? `${line.open ? 'v' : '>'} ${line.group.title}` : line.view.name.toString()
  })
const cursor = (selected: string | null, header: string | null = null) => ({
  selected: selected === null ? null : identityName(selected),
  header,
})

test('without groups only what is not handled has a heading', () => {
  expect(words(linesOf(views, 'none', new Set()))).toEqual(['a', 'b', '= Not handled by Credtray', 'azure'])
})

test('a closed group shows its header alone', () => {
  expect(words(linesOf(views, 'account', new Set(['account Account 1'])))).toEqual([
    '> Account 1',
    'v Account 2',
    'b',
    'v Not handled by Credtray',
    'azure',
  ])
})

test('the keys stand on the header they were moved to, else on the selected row, else on the first', () => {
  const lines = linesOf(views, 'account', new Set())
  expect([
    cursorIn(lines, cursor('b', 'account Account 1')),
    cursorIn(lines, cursor('b')),
    cursorIn(lines, cursor('gone')),
  ]).toEqual([0, 3, 0])
})

test('when the group of the selected row is closed the keys stand on its header', () => {
  const lines = linesOf(views, 'account', new Set(['account Account 2']))
  expect(cursorIn(lines, cursor('b'))).toBe(2)
})

test('in an empty list the keys stand nowhere', () => {
  expect(cursorIn([], cursor('a'))).toBe(-1)
})
