import { expect, test } from 'vitest'
import type { HotkeyView, StateChanges } from '#bridge/contract'
import { createWindowFeed } from '../../electron/app/window-feed.ts'
import { snapshot } from '../support/states/builders.ts'

const NONE: readonly HotkeyView[] = []
const AROUND = { trayShown: true, snoozed: null, desktop: null, version: '0.1.0', home: '/home/ana', awsFiles: [] }

test('the window hears of hotkeys that are others now, although no identity changed, and once', () => {
  const sent: StateChanges[] = []
  let hotkeys = NONE
  const feed = createWindowFeed({
    snapshot: () => snapshot(),
    around: () => ({ ...AROUND, hotkeys }),
    send: (changes) => void sent.push(changes),
  })
  feed.look()
  feed.whole()
  feed.look()
  expect(sent).toEqual([])
  hotkeys = [{ set: 'shop', keys: 'Ctrl+Alt+1', state: 'refused' }]
  feed.look()
  feed.look()
  expect(sent.map((step) => [step.from, step.to, step.hotkeys])).toEqual([[1, 2, hotkeys]])
})

test('the window hears that notifications are snoozed, and that they are shown again', () => {
  const sent: StateChanges[] = []
  let snoozed: string | null = null
  const feed = createWindowFeed({
    snapshot: () => snapshot(),
    around: () => ({ ...AROUND, snoozed, hotkeys: NONE }),
    send: (changes) => void sent.push(changes),
  })
  feed.whole()
  snoozed = '18:30'
  feed.look()
  feed.look()
  snoozed = null
  feed.look()
  expect(sent.map((step) => step.snoozed)).toEqual(['18:30', null])
})
