import { describe, expect, test } from 'vitest'
import { readHotkey } from '../../../renderer/sets/hotkey.ts'
import { pressedKeys, type Press } from '../../../renderer/sets/pressed-keys.ts'

const NOTHING: Press = {
  key: '',
  code: '',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  isAltGr: false,
}

describe('keys that are pressed', () => {
  test.each([
    [{ key: '1', code: 'Digit1', ctrlKey: true, altKey: true }, 'Ctrl+Alt+1'],
    [{ key: 'a', code: 'KeyQ', altKey: true }, 'Alt+A'],
    [{ key: '!', code: 'Digit1', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+1'],
    [{ key: 'å', code: 'KeyA', altKey: true }, 'Alt+A'],
    [{ key: 'F5', code: 'F5', metaKey: true }, 'Super+F5'],
    [{ key: ' ', code: 'Space', ctrlKey: true, altKey: true }, 'Ctrl+Alt+Space'],
    [{ key: 'ArrowUp', code: 'ArrowUp', ctrlKey: true, altKey: true }, 'Ctrl+Alt+Up'],
    [{ key: 'C', code: 'KeyC', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+C'],
  ])('%j are %s, which the field can read', (press, keys) => {
    expect(pressedKeys({ ...NOTHING, ...press }, false)).toBe(keys)
    expect(readHotkey(keys)).toEqual({ ok: true, keys })
  })

  test('on a Mac the key beside the space bar is Cmd', () => {
    expect(pressedKeys({ ...NOTHING, key: 's', code: 'KeyS', metaKey: true, shiftKey: true }, true)).toBe('Cmd+Shift+S')
  })

  test.each([
    [{ key: 'q', code: 'KeyQ' }],
    [{ key: 'Tab', code: 'Tab' }],
    [{ key: 'Escape', code: 'Escape' }],
    [{ key: 'Control', code: 'ControlLeft', ctrlKey: true }],
    [{ key: 'v', code: 'KeyV', ctrlKey: true }],
    [{ key: '@', code: 'KeyQ', ctrlKey: true, altKey: true, isAltGr: true }],
  ])('%j do what they always do', (press) => {
    expect(pressedKeys({ ...NOTHING, ...press }, false)).toBe(null)
  })
})
