import { describe, expect, test } from 'vitest'
import type { ActivationSet } from '#core/settings/settings'
import { nameProblem, withAdded, without, withReplaced } from '../../../renderer/sets/changed-sets.ts'
import { readHotkey } from '../../../renderer/sets/hotkey.ts'
import { setState } from '../../../renderer/sets/set-state.ts'
import { identityName, liveFor, problem, view } from '../../support/states/builders.ts'

const set = (name: string, members: readonly string[], hotkey: string | null = null): ActivationSet => ({
  name,
  identities: members.map(identityName),
  hotkey,
})
const names = (...members: readonly string[]) => members.map(identityName)

describe('changes', () => {
  test('what is added joins the set, and nobody is in it twice', () => {
    expect(withAdded([set('shop', ['a'])], 'shop', names('a', 'b'))).toEqual([set('shop', ['a', 'b'])])
  })

  test('a name that no set has makes one', () => {
    expect(withAdded([set('shop', ['a'])], 'data', names('b', 'b'))).toEqual([set('shop', ['a']), set('data', ['b'])])
  })

  test('a hotkey that another set had goes to the one that has it now', () => {
    const next = set('data', ['b'], 'Ctrl+Alt+1')
    expect(withReplaced([set('shop', ['a'], 'Ctrl+Alt+1'), set('old', ['b'])], 'old', next)).toEqual([
      set('shop', ['a']),
      next,
    ])
  })

  test('a deleted set is gone, and the others stay', () => {
    expect(without([set('shop', []), set('data', [])], 'shop')).toEqual([set('data', [])])
  })

  test('a name must be there, be short enough and be free; its own name is', () => {
    const sets = [set('shop', [])]
    expect([
      nameProblem(sets, '  ', null),
      nameProblem(sets, 'x'.repeat(61), null),
      nameProblem(sets, ' shop ', null),
      nameProblem(sets, 'shop', 'shop'),
    ]).toEqual(['A set needs a name.', 'Sixty characters at most.', 'There is a set "shop" already.', null])
  })
})

describe('how a set stands', () => {
  const asking = view('c', { state: { kind: 'needs-you', ask: { kind: 'sign-in' }, keysSince: null, expiresAt: null } })
  const failed = view('d', {
    state: { kind: 'failed', problem: problem(), keysSince: null, expiresAt: null, retryAt: null },
  })
  const all = [view('a', { state: liveFor(5) }), view('b'), asking, failed]

  test.each([
    [['a', 'b'], '1 of 2 live'],
    [['a', 'c', 'd'], '1 of 3 live, 1 needs you, 1 failed'],
    [['a', 'gone'], '1 of 1 live, 1 not in the configuration'],
  ])('%j: %s', (members, words) => {
    expect(setState(set('x', members), all).words).toBe(words)
  })

  test('who is not in the configuration stays in the set and is not asked for', () => {
    const { views, missing, active } = setState(set('x', ['gone', 'a', 'b']), all)
    expect([views.map(({ name }) => name), missing, active]).toEqual([['a', 'b'], ['gone'], 1])
  })
})

describe('a hotkey', () => {
  test.each([
    ['', null],
    ['ctrl + alt + 1', 'Ctrl+Alt+1'],
    ['cmd+shift+s', 'Command+Shift+S'],
    ['Win+F5', 'Super+F5'],
    ['ctrl+pageup', 'Ctrl+PageUp'],
  ])('"%s" is %s', (typed, keys) => {
    expect(readHotkey(typed)).toEqual({ ok: true, keys })
  })

  test.each(['Q', 'Shift+Q', 'Ctrl', 'Ctrl+', 'Ctrl+Alt', 'Hyper+Q', 'Ctrl+QQ', 'Ctrl+C', 'cmd+v'])(
    '"%s" is refused',
    (typed) => {
      expect(readHotkey(typed).ok).toBe(false)
    },
  )
})
