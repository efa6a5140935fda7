import { expect, test } from 'vitest'
import { screenFor } from '../../../renderer/screens/screen.ts'
import { problem, snapshot, trustQuestion, view } from '../../support/states/builders.ts'

test('a screen with nothing to show gives way to the list', () => {
  const nothing = snapshot([view()])
  expect([screenFor(nothing, 'problems'), screenFor(nothing, 'trust')]).toEqual(['list', 'list'])
})

test('a screen with something to show is shown when it is asked for', () => {
  const full = snapshot([view()], { configNotes: [problem()], trust: trustQuestion() })
  expect([screenFor(full, 'list'), screenFor(full, 'problems'), screenFor(full, 'trust')]).toEqual([
    'list',
    'problems',
    'trust',
  ])
})

test('without an identity the question comes first, then the problems, then what to write', () => {
  const trust = trustQuestion()
  const configProblems = [problem()]
  expect([
    screenFor(snapshot([], { trust, configProblems }), 'list'),
    screenFor(snapshot([], { configProblems }), 'list'),
    screenFor(snapshot([]), 'list'),
  ]).toEqual(['trust', 'problems', 'empty'])
})
