import { describe, expect, test } from 'vitest'
import { createKeyClipboard } from '#shell/key-clipboard'
import { settle } from '../support/world/fake-clock.ts'
import { fakeTimer } from '../support/shell/fake-timer.ts'

function desk(changed: (text: string) => string = (text) => text) {
  const timer = fakeTimer()
  const held = { text: 'before' }
  const parts = { read: async () => changed(held.text), write: (text: string) => void (held.text = text), timer }
  return { timer, held, keys: createKeyClipboard(parts) }
}

describe('keys on the clipboard', () => {
  test('are taken away after a minute, and not before', async () => {
    const { timer, held, keys } = desk()
    await keys.put('secret')
    timer.turn(59_999)
    await settle()
    const before = held.text
    timer.turn(1)
    await settle()
    expect([before, held.text]).toEqual(['secret', ''])
  })

  test('leave alone what was copied meanwhile', async () => {
    const { timer, held, keys } = desk()
    await keys.put('secret')
    held.text = 'a note of the person'
    timer.turn(60_000)
    await settle()
    expect(held.text).toBe('a note of the person')
  })

  test('have their minute anew when they are copied again', async () => {
    const { timer, held, keys } = desk()
    await keys.put('one')
    timer.turn(50_000)
    await keys.put('two')
    timer.turn(50_000)
    await settle()
    const meanwhile = held.text
    timer.turn(10_000)
    await settle()
    expect([meanwhile, held.text, timer.waiting]).toEqual(['two', '', 0])
  })

  test('are taken away when the app ends, and no timer stays behind', async () => {
    const { timer, held, keys } = desk()
    await keys.put('secret')
    await keys.clear()
    expect([held.text, timer.waiting]).toEqual(['', 0])
  })

  test('are known again on Windows, which changes line ends', async () => {
    const { held, keys } = desk((text) => text.replaceAll('\n', '\r\n'))
    await keys.put('one\ntwo\n')
    await keys.clear()
    expect(held.text).toBe('')
  })

  test('nothing of ours is there: nothing is touched', async () => {
    const { held, keys } = desk()
    await keys.clear()
    expect(held.text).toBe('before')
  })
})
