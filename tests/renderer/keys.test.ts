import { expect, test } from 'vitest'
import { commandFor } from '../../renderer/keys.ts'

const press = (key: string, focus: 'text' | 'control' | 'list' = 'list', modified = false) =>
  commandFor({ key, focus, modified })

test.each([
  ['ArrowDown', { kind: 'move', by: 'row', direction: 1 }],
  ['k', { kind: 'move', by: 'row', direction: -1 }],
  ['Home', { kind: 'move', by: 'end', direction: -1 }],
  ['Enter', { kind: 'toggle' }],
  ['R', { kind: 'refresh' }],
  ['c', { kind: 'copy' }],
  [' ', { kind: 'open' }],
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
  expect(press('c', 'list', true)).toBe(null)
})

test('a key that happens to be called like something every object has does nothing', () => {
  expect(press('constructor')).toBe(null)
})
