import { expect, test } from 'vitest'
import { endsFirst } from '../../../renderer/details/chain-section.tsx'
import { liveFor, NOW, view } from '../../support/builders.ts'

test('the hop with the earliest end is named', () => {
  expect(endsFirst([view('root', { state: liveFor(20) }), view('leaf', { state: liveFor(50) })])).toBe('root')
})

test('where fewer than two hops have an end, none is first', () => {
  const open = view('root', { state: { kind: 'live', since: NOW, expiresAt: null } })
  expect(endsFirst([open, view('leaf', { state: liveFor(50) })])).toBe(null)
})
