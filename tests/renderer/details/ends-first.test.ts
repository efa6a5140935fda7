import { expect, test } from 'vitest'
import { endsFirst } from '../../../renderer/details/chain-words.ts'
import { inMinutes } from '../../support/states/builders.ts'

test('the hop with the earliest end is named by its place', () => {
  expect(endsFirst([inMinutes(50), 'open', inMinutes(20)])).toBe(2)
})

test('where fewer than two hops have an end, none is first', () => {
  expect(endsFirst([null, 'open', inMinutes(50)])).toBe(null)
})
