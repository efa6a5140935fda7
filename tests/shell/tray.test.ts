import { expect, test } from 'vitest'
import type { Snapshot } from '#core/snapshot/snapshot'
import type { TrayAction } from '#core/tray/tray-action'
import { createTrayFace } from '#shell/tray'
import { liveFor, NOW, snapshot, view } from '../support/states/builders.ts'
import { FakeMenu, FakeTray } from '../support/shell/fake-electron.ts'
import { fakeTimer } from '../support/shell/fake-timer.ts'
import { trayModel } from '../support/states/tray-model.ts'

const modelOf = (shown: Snapshot) => trayModel(shown, NOW)
const calm = modelOf(snapshot([view('dev')]))
const live = (left: number) => modelOf(snapshot([view('dev', { state: liveFor(left) })]))
const failing = modelOf(
  snapshot([view('dev', { state: { kind: 'needs-you', ask: { kind: 'sign-in' }, keysSince: null, expiresAt: null } })]),
)

function face() {
  const timer = fakeTimer()
  const made: FakeTray[] = []
  const heard: (TrayAction | 'icon')[] = []
  const shown = createTrayFace<string, FakeMenu>(calm, {
    makeTray(image) {
      const tray = new FakeTray(image)
      made.push(tray)
      return tray
    },
    makeMenu: (template) => new FakeMenu(template),
    image: (name) => `${name}.png`,
    timer,
    onAction: (action) => heard.push(action),
    onClick: () => heard.push('icon'),
  })
  const [tray] = made
  if (tray === undefined) throw new Error('no tray was made')
  return { timer, tray, heard, shown }
}

test('the first model stands at once: icon, tooltip, menu', () => {
  const { tray } = face()
  expect([tray.images, tray.tooltips, tray.menu.labels().at(0)]).toEqual([
    ['calm.png'],
    ['No identity is active'],
    'Open Credtray',
  ])
})

test('a model that says the same changes nothing', () => {
  const { shown, tray, timer } = face()
  timer.turn(5_000)
  shown.show(modelOf(snapshot([view('dev')])))
  timer.turn(5_000)
  expect([tray.menus.length, tray.tooltips.length, tray.images.length]).toEqual([1, 1, 1])
})

test('many models in a second become two menus, and the last one wins', () => {
  const { shown, tray, timer } = face()
  for (const left of [50, 49, 48, 47]) shown.show(live(left))
  timer.turn(1_000)
  expect([tray.menus.length, tray.menu.labels()[3], tray.tooltips.at(-1)]).toEqual([
    2,
    '● dev · live, 47 min',
    '1 live, next ends in 47 min',
  ])
})

test('a model that comes and goes again within a second leaves the menu alone', () => {
  const { shown, tray, timer } = face()
  shown.show(live(50))
  shown.show(calm)
  timer.turn(2_000)
  expect(tray.menus.length).toBe(1)
})

test('the icon changes five times a second at most, and only when it is another', () => {
  const { shown, tray, timer } = face()
  shown.show(failing)
  shown.show(calm)
  shown.show(failing)
  timer.turn(200)
  shown.show(live(50))
  timer.turn(200)
  expect(tray.images).toEqual(['calm.png', 'needs-you.png', 'calm.png'])
})

test('an open menu is left alone, and the new one comes when it closes', () => {
  const { shown, tray, timer } = face()
  timer.turn(1_000)
  const open = tray.menu
  open.open()
  shown.show(live(50))
  timer.turn(10_000)
  const whileOpen = tray.menus.length
  open.close()
  timer.turn(1_000)
  expect([whileOpen, tray.menus.length]).toEqual([1, 2])
})

test('a click on a row says what it asks for, also in a submenu', () => {
  const { shown, tray, timer, heard } = face()
  tray.menu.click('○ dev · inactive')
  timer.turn(1_000)
  shown.show(live(50))
  tray.menu.click('Refresh now')
  expect(heard).toEqual([
    { kind: 'activate', name: 'dev' },
    { kind: 'refresh', name: 'dev' },
  ])
})

test('a tick that the app does not follow is taken back', () => {
  const { tray, timer } = face()
  timer.turn(1_000)
  tray.menu.click('Pause refreshing')
  timer.turn(1_000)
  expect([tray.menus.length, tray.menu.template.find((item) => item.id === 'paused')?.checked]).toEqual([2, false])
})

test('a tick that the app follows needs one new menu', () => {
  const { shown, tray, timer } = face()
  timer.turn(1_000)
  tray.menu.click('Pause refreshing')
  shown.show(modelOf(snapshot([view('dev')], { paused: true })))
  timer.turn(5_000)
  expect([tray.menus.length, tray.menu.template.find((item) => item.id === 'paused')?.checked]).toEqual([2, true])
})

test('a menu that lost rows can be had anew', () => {
  const { tray, timer } = face()
  timer.turn(1_000)
  tray.menu.click('Rows missing? Rebuild this menu')
  timer.turn(1_000)
  expect([tray.menus.length, tray.menu.labels()]).toEqual([2, tray.menus[0]?.labels()])
})

test('beside the icon stands what the model says, written when it is another', () => {
  const { shown, tray, timer } = face()
  const before = [...tray.titles]
  shown.show({ ...calm, title: '42 min' })
  timer.turn(1_000)
  shown.show({ ...calm, title: '42 min', tooltip: 'other' })
  timer.turn(1_000)
  expect([before, tray.titles]).toEqual([[], ['42 min']])
})

test('status lines cannot be clicked', () => {
  const { tray } = face()
  expect(tray.menu.template.find((item) => item.id === 'summary')).toMatchObject({ enabled: false })
})

test('a click on the icon is told', () => {
  const { tray, heard } = face()
  tray.click()
  expect(heard).toEqual(['icon'])
})

test('what is destroyed leaves no tray and no timer', () => {
  const { shown, tray, timer } = face()
  shown.show(live(50))
  tray.menu.click('Pause refreshing')
  shown.destroy()
  expect([tray.destroyed, timer.waiting]).toEqual([true, 0])
})
