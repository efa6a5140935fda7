import { expect, test } from 'vitest'
import { commandFor } from '../../renderer/keys.ts'

const press = (
  key: string,
  focus: 'text' | 'control' | 'list' = 'list',
  held: 'main' | 'shift' | 'alt' | null = null,
) => commandFor({ key, focus, main: held === 'main', shift: held === 'shift', alt: held === 'alt' })

test.each([
  ['ArrowDown', { kind: 'move', by: 'row', direction: 1, extend: false }],
  ['k', { kind: 'move', by: 'row', direction: -1, extend: false }],
  ['Home', { kind: 'move', by: 'end', direction: -1, extend: false }],
  ['Enter', { kind: 'toggle' }],
  ['R', { kind: 'refresh' }],
  ['c', { kind: 'copy' }],
  [' ', { kind: 'space' }],
  ['f', { kind: 'favourite' }],
  ['x', { kind: 'mark' }],
  ['g', { kind: 'group' }],
  ['w', { kind: 'sets' }],
  ['/', { kind: 'filter' }],
  ['?', { kind: 'help' }],
  ['p', { kind: 'pause' }],
])('in the list %s asks for %j', (key, command) => {
  expect(press(key)).toEqual(command)
})

test('letters typed into a field are letters', () => {
  expect(['r', 'c', 'j', '/', '?', 'Enter'].map((key) => press(key, 'text'))).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})

test('Enter and Space on a button are the button’s own', () => {
  expect([press('Enter', 'control'), press(' ', 'control')]).toEqual([null, null])
})

test('Esc works wherever the focus is', () => {
  expect([press('Escape', 'text'), press('Escape', 'control')]).toEqual([{ kind: 'escape' }, { kind: 'escape' }])
})

test('Ctrl+C and its kin stay with the platform', () => {
  expect(press('c', 'list', 'main')).toBe(null)
})

test('a key that happens to be called like something every object has does nothing', () => {
  expect(press('constructor')).toBe(null)
})

test('with Shift a move selects what lies between', () => {
  expect(press('ArrowDown', 'list', 'shift')).toEqual({ kind: 'move', by: 'row', direction: 1, extend: true })
})

test('Ctrl+A and Ctrl+Space select, and in a field they are the field’s own', () => {
  expect([press('a', 'list', 'main'), press(' ', 'list', 'main'), press('a', 'text', 'main')]).toEqual([
    { kind: 'mark-all' },
    { kind: 'mark' },
    null,
  ])
})

test('a sign that needs Shift to be typed asks for what it asks for', () => {
  expect(press('?', 'list', 'shift')).toEqual({ kind: 'help' })
})
