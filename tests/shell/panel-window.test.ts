import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { minutes } from '#core/base/time'
import { createPanelWindow } from '#shell/panel-window'
import { identityName } from '../support/states/builders.ts'
import { fakeTimer } from '../support/shell/fake-timer.ts'
import { FakeWindow } from '../support/shell/fake-window.ts'

function panel({ tray = true } = {}) {
  const made: FakeWindow[] = []
  const shown: string[] = []
  const timer = fakeTimer()
  const subject = createPanelWindow({
    make() {
      const window = new FakeWindow()
      made.push(window)
      return window
    },
    timer,
    onShow: () => void shown.push('shown'),
    onClose: () => tray,
  })
  const last = (): FakeWindow => {
    const window = made.at(-1)
    if (window === undefined) throw new Error('no window was made')
    return window
  }
  return { subject, made, shown, timer, last }
}

test('no window is made before it is wanted', () => {
  const { made, subject } = panel()
  subject.hide()
  expect(made).toHaveLength(0)
})

test('it is shown when its page is painted, and not before', () => {
  const { subject, last } = panel()
  subject.show(null)
  const before = last().state
  last().paint()
  expect([before, last().state]).toEqual(['hidden', 'shown'])
})

test('what it is to show waits until somebody listens in there', () => {
  const { subject, last } = panel()
  subject.show(null)
  subject.show(identityName('staging'))
  subject.showScreen('trust')
  const before = [...last().told]
  last().paint()
  expect([before, last().told]).toEqual([[], ['staging', 'trust']])
})

test('whoever waits for it to be seen hears so each time, and not while it only loads', () => {
  const { subject, last, shown } = panel()
  subject.show(null)
  const before = [...shown]
  last().paint()
  last().close()
  subject.toggle()
  expect([before, shown]).toEqual([[], ['shown', 'shown']])
})

test('a closed window is hidden and comes back as it was', () => {
  const { subject, made, last } = panel()
  subject.show(null)
  last().paint()
  last().close()
  const closed = last().state
  subject.show(null)
  expect([closed, last().state, made.length]).toEqual(['hidden', 'shown', 1])
})

describe('a click on the icon', () => {
  test('shows a window that is not there, and hides it the next time', () => {
    const { subject, last } = panel()
    subject.toggle()
    last().paint()
    const first = last().state
    subject.toggle()
    expect([first, last().state]).toEqual(['shown', 'hidden'])
  })

  test('brings a window behind others to the front', () => {
    const { subject, last, timer } = panel()
    subject.show(null)
    last().paint()
    last().blur()
    timer.turn(1_000)
    subject.toggle()
    expect([last().state, subject.isFocused()]).toEqual(['shown', true])
  })

  test('electron#6203: hides the window from which it took the focus itself', () => {
    const { subject, last, timer } = panel()
    subject.show(null)
    last().paint()
    last().blur()
    timer.turn(100)
    subject.toggle()
    expect(last().state).toBe('hidden')
  })

  test('right after Esc shows it again', () => {
    const { subject, last, timer } = panel()
    subject.show(null)
    last().paint()
    subject.hide()
    timer.turn(100)
    subject.toggle()
    expect(last().state).toBe('shown')
  })
})

test('without a tray a closed window is gone', () => {
  const { subject, last } = panel({ tray: false })
  subject.show(null)
  last().paint()
  last().close()
  expect(last().state).toBe('destroyed')
})

test('after five minutes hidden it is destroyed, and made anew when it is wanted', () => {
  const { subject, made, timer, last } = panel()
  subject.show(null)
  last().paint()
  subject.hide()
  timer.turn(minutes(5) - 1)
  const waiting = last().state
  timer.turn(1)
  const over = last().state
  subject.show(null)
  expect([waiting, over, made.length, timer.waiting]).toEqual(['hidden', 'destroyed', 2, 0])
})

test('a window that is shown again in time stays', () => {
  const { subject, timer, last } = panel()
  subject.show(null)
  last().paint()
  subject.hide()
  timer.turn(minutes(4))
  subject.show(null)
  timer.turn(minutes(10))
  expect([last().state, timer.waiting]).toEqual(['shown', 0])
})

test('hidden twice, it waits once', () => {
  const { subject, timer, last } = panel()
  subject.show(null)
  last().paint()
  subject.hide()
  subject.hide()
  expect(timer.waiting).toBe(1)
})

test('the end takes the window and its timer', () => {
  const { subject, timer, last } = panel()
  subject.show(null)
  last().paint()
  subject.hide()
  subject.destroy()
  expect([last().state, timer.waiting]).toEqual(['destroyed', 0])
})

test('its ground before the first picture is the canvas of the page, light and dark', () => {
  const source = readFileSync(new URL('../../electron/shell/browser-window.ts', import.meta.url), 'utf8')
  const tokens = readFileSync(new URL('../../renderer/styles/tokens.css', import.meta.url), 'utf8')
  const canvases = [...tokens.matchAll(/--canvas: (#\w{6});/g)].map(([, colour]) => colour)
  const grounds = [...source.matchAll(/(?:light|dark): '(#\w{6})'/g)].map(([, colour]) => colour)
  expect(grounds).toEqual(canvases)
})
