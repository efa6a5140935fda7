import { expect, test } from 'vitest'
import { trayAdvice } from '#core/tray/tray-advice'

test.each([
  ['ubuntu:GNOME', /AppIndicator/],
  ['KDE', /System Tray/],
  ['XFCE', /Status Tray/],
  ['sway', /Waybar/],
  ['X-Cinnamon', /notification area/],
])('a desktop that calls itself %s is told how it gets a tray', (desktop, words) => {
  expect(trayAdvice(desktop)).toMatch(words)
})

test.each([null, '', 'TempleOS'])('of %j nobody knows', (desktop) => {
  expect(trayAdvice(desktop)).toBeNull()
})
