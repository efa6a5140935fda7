import { expect, test } from 'vitest'
import { days, hours, instant, minutes } from '#core/base/time'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import type { Announcement } from '#shell/announce'
import { followUpdates } from '../../electron/app/follow-updates.ts'
import { settle } from '../support/world/fake-clock.ts'
import { fakeReleaseFeed } from '../support/shell/fake-release-feed.ts'
import { fakeSettings } from '../support/world/fake-settings.ts'
import { fakeTimer } from '../support/shell/fake-timer.ts'

const WANTED = { ...DEFAULT_SETTINGS, updates: true }

/** The app over some days: how often the updater was brought in, and what the person was told. */
function running({ settings = WANTED, whyNot = null as string | null } = {}) {
  const world = {
    settings: fakeSettings(settings),
    feed: fakeReleaseFeed(),
    timer: fakeTimer(),
    loads: 0,
    told: [] as Announcement[],
    printed: [] as string[],
    hushed: false,
    /** How far the wall clock is ahead of the timer: the machine slept so long. */
    slept: 0,
  }
  const stop = followUpdates({
    settings: world.settings,
    whyNot: () => whyNot,
    load: async () => {
      world.loads += 1
      return world.feed
    },
    timer: world.timer,
    now: () => instant(world.timer.now() + world.slept),
    isHushed: () => world.hushed,
    tell: (notice) => void world.told.push(notice),
    print: (line) => void world.printed.push(line),
  })
  async function pass(time: number): Promise<void> {
    world.timer.turn(time)
    await settle()
  }
  const titles = () => world.told.map(({ title }) => title)
  const click = async (): Promise<void> => {
    world.told.at(-1)?.onClick?.()
    await settle()
  }
  return { ...world, world, stop, pass, titles, click }
}

test('as it is by default, the updater is never brought in and no host is asked', async () => {
  const { world, feed, timer, pass } = running({ settings: DEFAULT_SETTINGS })
  await pass(days(3))
  expect({ loads: world.loads, asked: feed.asked, waiting: timer.waiting }).toEqual({ loads: 0, asked: [], waiting: 0 })
})

test('an installation that may not look does not, whatever the setting says', async () => {
  const { world, feed, timer, settings, pass } = running({ whyNot: 'There is no release feed yet.' })
  await settings.change({ updates: false })
  await settings.change({ updates: true })
  await pass(days(3))
  expect({ loads: world.loads, asked: feed.asked, waiting: timer.waiting }).toEqual({ loads: 0, asked: [], waiting: 0 })
})

test('it looks a moment after the start, and then once a day', async () => {
  const { feed, pass } = running()
  expect(feed.asked).toEqual([])
  await pass(minutes(1))
  expect(feed.asked).toEqual(['look'])
  for (let hour = 0; hour < 23; hour += 1) await pass(hours(1))
  expect(feed.asked).toEqual(['look'])
  for (let hour = 0; hour < 2; hour += 1) await pass(hours(1))
  expect(feed.asked).toEqual(['look', 'look'])
})

test('a day that the machine slept through counts', async () => {
  const { world, feed, pass } = running()
  await pass(minutes(1))
  world.slept = days(1)
  await pass(hours(1))
  expect(feed.asked).toEqual(['look', 'look'])
})

test('nothing is downloaded before the person has clicked, and then once', async () => {
  const { feed, pass, titles, click } = running()
  feed.announce('0.2.0')
  await pass(minutes(1))
  expect({ asked: feed.asked, titles: titles() }).toEqual({ asked: ['look'], titles: ['Credtray 0.2.0 is out'] })
  await click()
  await click()
  expect(feed.asked).toEqual(['look', 'download 0.2.0'])
  expect(titles()).toEqual(['Credtray 0.2.0 is out', 'Credtray 0.2.0 is downloaded'])
})

test('who is not to be interrupted is told within the hour after', async () => {
  const { world, feed, pass, titles } = running()
  feed.announce('0.2.0')
  world.hushed = true
  await pass(hours(2))
  expect({ asked: feed.asked, titles: titles() }).toEqual({ asked: [], titles: [] })
  world.hushed = false
  await pass(hours(1))
  expect(titles()).toEqual(['Credtray 0.2.0 is out'])
})

test('a look that fails is a line in the log and no interruption; the next day it looks again', async () => {
  const { feed, pass, titles, printed } = running()
  feed.breakWith('net::ERR_NAME_NOT_RESOLVED\n<html>pages of a proxy')
  await pass(minutes(1))
  expect(printed).toEqual(['Looking for a new version failed: net::ERR_NAME_NOT_RESOLVED'])
  feed.breakWith(null)
  feed.announce('0.2.0')
  for (let hour = 0; hour < 25; hour += 1) await pass(hours(1))
  expect(titles()).toEqual(['Credtray 0.2.0 is out'])
})

test('a download that fails is said, and why stands in the log', async () => {
  const { feed, pass, titles, printed, click } = running()
  feed.announce('0.2.0')
  await pass(minutes(1))
  feed.breakWith('sha512 checksum mismatch')
  await click()
  expect(titles().at(-1)).toBe('Credtray 0.2.0 could not be downloaded')
  expect(printed).toEqual(['Credtray 0.2.0 could not be downloaded: sha512 checksum mismatch'])
})

test('switched on it looks at once; switched off it ends the download and does not look again', async () => {
  const { feed, settings, timer, pass, titles, click } = running({ settings: DEFAULT_SETTINGS })
  feed.announce('0.2.0')
  feed.hang()
  await settings.change({ updates: true })
  await pass(0)
  await click()
  await settings.change({ updates: false })
  await pass(days(2))
  expect(feed.asked).toEqual(['look', 'download 0.2.0', 'aborted'])
  expect({ titles: titles(), waiting: timer.waiting }).toEqual({ titles: ['Credtray 0.2.0 is out'], waiting: 0 })
})

test('a click on an old notification does nothing once it is switched off', async () => {
  const { feed, settings, pass, click } = running()
  feed.announce('0.2.0')
  await pass(minutes(1))
  await settings.change({ updates: false })
  await click()
  expect(feed.asked).toEqual(['look'])
})

test('after the stop nothing is asked any more', async () => {
  const { feed, timer, settings, stop, pass } = running()
  stop()
  await settings.change({ updates: true })
  await pass(days(2))
  expect({ asked: feed.asked, waiting: timer.waiting }).toEqual({ asked: [], waiting: 0 })
})
