import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { createHotkeys } from '#shell/hotkeys'
import { fakeTimer } from '../support/shell/fake-timer.ts'
import { fakeSettings } from '../support/world/fake-settings.ts'

const set = (name: string, hotkey: string | null) => ({ name, identities: [], hotkey })

/** A keyboard that others have keys of too. */
function desk(sets: (typeof DEFAULT_SETTINGS)['sets'], { others = [] as string[], isDeskAsked = false } = {}) {
  const timer = fakeTimer()
  const heard = new Map<string, () => void>()
  const settings = fakeSettings({ ...DEFAULT_SETTINGS, sets })
  const [pressed, turns]: [string[], string[][]] = [[], []]
  const hotkeys = createHotkeys({
    settings,
    isDeskAsked,
    timer,
    shortcuts: {
      register(keys, onPress) {
        if (!keys.includes('+')) throw new TypeError(`conversion failure from ${keys}`)
        if (others.includes(keys) || heard.has(keys)) return false
        heard.set(keys, onPress)
        return true
      },
      unregister: (keys) => void heard.delete(keys),
    },
    onPress: (name) => void pressed.push(name),
    onChange: () => void turns.push(states()),
  })
  const states = () => hotkeys.views().map((view) => `${view.set} ${view.keys} ${view.state}`)
  return { hotkeys, settings, heard, pressed, turns, states, others, timer }
}

describe('hotkeys of sets', () => {
  test('are taken from the start, and call their set', () => {
    const { heard, pressed, states } = desk([set('shop', 'Ctrl+Alt+1'), set('data', null)])
    heard.get('Ctrl+Alt+1')?.()
    expect([pressed, states()]).toEqual([['shop'], ['shop Ctrl+Alt+1 heard']])
  })

  test('that another program has, or that no keyboard sends, are said to be refused', () => {
    const { states } = desk([set('shop', 'Ctrl+Alt+1'), set('data', 'Nonsense')], { others: ['Ctrl+Alt+1'] })
    expect(states()).toEqual(['shop Ctrl+Alt+1 refused', 'data Nonsense refused'])
  })

  test('that two sets name call the first, and the second is said to be refused', () => {
    const { heard, pressed, states } = desk([set('shop', 'Ctrl+Alt+1'), set('data', 'Ctrl+Alt+1')])
    heard.get('Ctrl+Alt+1')?.()
    expect([pressed, states()]).toEqual([['shop'], ['shop Ctrl+Alt+1 heard', 'data Ctrl+Alt+1 refused']])
  })

  test('of a desktop that decides by itself are said to be left to it, and not asked for twice', () => {
    const { hotkeys, heard, states } = desk([set('shop', 'Ctrl+Alt+1')], { isDeskAsked: true })
    expect(states()).toEqual(['shop Ctrl+Alt+1 left-to-desktop'])
    hotkeys.hold(true)
    expect(heard.size).toBe(1)
  })

  test('follow the sets: old ones are given back, a renamed set is called by its new name', async () => {
    const { settings, heard, pressed, turns } = desk([set('shop', 'Ctrl+Alt+1'), set('data', 'Ctrl+Alt+2')])
    await settings.change({ sets: [set('store', 'Ctrl+Alt+1'), set('data', 'Ctrl+Alt+3')] })
    heard.get('Ctrl+Alt+1')?.()
    expect([[...heard.keys()], pressed]).toEqual([['Ctrl+Alt+1', 'Ctrl+Alt+3'], ['store']])
    expect(turns).toEqual([['store Ctrl+Alt+1 heard', 'data Ctrl+Alt+3 heard']])
  })

  test('that were refused are tried again when the sets change', async () => {
    const { settings, others, states } = desk([set('shop', 'Ctrl+Alt+1')], { others: ['Ctrl+Alt+1'] })
    others.pop()
    await settings.change({ sets: [set('shop', 'Ctrl+Alt+1'), set('data', null)] })
    expect(states()).toEqual(['shop Ctrl+Alt+1 heard'])
  })

  test('are left alone by any other choice', async () => {
    const { settings, turns } = desk([set('shop', 'Ctrl+Alt+1')])
    await settings.change({ theme: 'dark' })
    expect(turns).toEqual([])
  })

  test('are given back while a person presses keys to choose one, and had again afterwards, in other words too', async () => {
    const { hotkeys, settings, heard, turns, states } = desk([set('shop', 'Ctrl+Alt+1')])
    hotkeys.hold(true)
    expect([heard.size, states()]).toEqual([0, ['shop Ctrl+Alt+1 heard']])
    await settings.change({ sets: [set('shop', 'Ctrl+Alt+2')] })
    expect(heard.size).toBe(0)
    hotkeys.hold(false)
    hotkeys.hold(false)
    expect([[...heard.keys()], turns.at(-1), turns.length]).toEqual([['Ctrl+Alt+2'], ['shop Ctrl+Alt+2 heard'], 2])
  })

  test('come back by themselves after a minute: the window that held them may be gone', () => {
    const { hotkeys, heard, timer } = desk([set('shop', 'Ctrl+Alt+1')])
    hotkeys.hold(true)
    timer.turn(59_000)
    expect(heard.size).toBe(0)
    timer.turn(1_000)
    expect([heard.size, timer.waiting]).toEqual([1, 0])
  })

  test('are all given back at the end', async () => {
    const { hotkeys, settings, heard } = desk([set('shop', 'Ctrl+Alt+1')])
    hotkeys.stop()
    await settings.change({ sets: [set('data', 'Ctrl+Alt+2')] })
    expect(heard.size).toBe(0)
  })
})
