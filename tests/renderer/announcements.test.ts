import { expect, test } from 'vitest'
import type { IdentityView, StateView } from '#core/snapshot/snapshot'
import { announce, type Told } from '../../renderer/announcements.ts'
import { inMinutes, liveFor, NOW, problem, view } from '../support/states/builders.ts'

const refreshing: StateView = { kind: 'refreshing', since: NOW, keysSince: inMinutes(-52), expiresAt: inMinutes(5) }
const failed: StateView = { kind: 'failed', problem: problem(), keysSince: null, expiresAt: null, retryAt: null }

/** What is said at each step of one history. */
function said(...steps: readonly (readonly IdentityView[])[]): readonly string[] {
  let told: Told | null = null
  return steps.map((views) => {
    const next = announce(told, views)
    told = next.told
    return next.words
  })
}

test('the first list is read as a list, so nothing is said', () => {
  expect(said([view('a', { state: failed })])).toEqual([''])
})

test('a change of state is said once', () => {
  const a = [view('a', { state: failed })]
  expect(said([view('a')], a, a)).toEqual(['', 'a: failed', ''])
})

test('a renewal that went well is silent', () => {
  const steps = [liveFor(5), refreshing, liveFor(60)].map((state) => [view('a', { state })])
  expect(said(...steps)).toEqual(['', '', ''])
})

test('a renewal that failed is said', () => {
  const steps = [liveFor(5), refreshing, failed].map((state) => [view('a', { state })])
  expect(said(...steps)).toEqual(['', '', 'a: failed'])
})

test('many changes at once are counted', () => {
  const names = ['a', 'b', 'c', 'd']
  const after = names.map((name) => view(name, { state: name === 'd' ? failed : liveFor(10) }))
  expect(
    said(
      names.map((name) => view(name)),
      after,
    ),
  ).toEqual(['', '4 identities changed: 3 live, 1 failed'])
})

test('an identity that is new to the configuration is not a change of state', () => {
  expect(said([view('a')], [view('a'), view('b', { state: failed })])).toEqual(['', ''])
})
