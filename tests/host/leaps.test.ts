import { expect, test } from 'vitest'
import { hours, instant, minutes } from '#core/base/time'
import { createClock } from '#host/clock'
import { createNetwork, networkHost } from '#host/sts/network'
import { ownContacts } from '../support/world/own-contacts.ts'

/** A wall clock of the test's own. `during(ms)` moves it while somebody waits for so long. */
function clockWhere(during: (ms: number) => number) {
  let now = Date.parse('2026-11-22T20:00:00Z')
  const waits: number[] = []
  const clock = createClock({
    wall: () => now,
    async wait(ms) {
      waits.push(ms)
      now += during(ms)
    },
  })
  return { clock, waits }
}

const signal = new AbortController().signal

test('a long sleep is taken in hops of a minute', async () => {
  const { clock, waits } = clockWhere((ms) => ms)
  const end = await clock.sleepUntil(instant(clock.now() + minutes(150)), signal)
  expect([end, waits.length, Math.max(...waits)]).toEqual(['there', 150, 60_000])
})

test.each([
  ['slept for hours', hours(7)],
  ['was set forward', hours(1)],
  ['was set back', 0 - hours(3)],
])('a clock that %s ends the sleep at the next hop', async (_what, leap) => {
  const { clock, waits } = clockWhere((ms) => ms + leap)
  const from = clock.now()
  const end = await clock.sleepUntil(instant(from + hours(20)), signal)
  expect([end, waits.length]).toEqual([{ from, to: from + 60_000 + leap }, 1])
})

test('a machine that is busy, or a time server that nudges, is no leap', async () => {
  const { clock } = clockWhere((ms) => ms + 30_000)
  expect(await clock.sleepUntil(instant(clock.now() + hours(1)), signal)).toBe('there')
})

test('the network is looked for with growing pauses, and after a while we go on without it', async () => {
  const pauses: number[] = []
  const wait = async (ms: number): Promise<void> => void pauses.push(ms)
  const never = createNetwork({
    host: 'sts.example',
    contacts: ownContacts(),
    resolve: () => Promise.reject(new Error('ENOTFOUND')),
    wait,
  })
  await never.waitForRoad(signal)
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000])
})

test('the network is there as soon as the name resolves', async () => {
  let looks = 0
  const resolve = (): Promise<unknown> =>
    (looks += 1) < 3 ? Promise.reject(new Error('ENOTFOUND')) : Promise.resolve()
  await createNetwork({
    host: 'sts.example',
    contacts: ownContacts(),
    resolve,
    wait: async () => undefined,
  }).waitForRoad(signal)
  expect(looks).toBe(3)
})

test.each([
  [{}, 'sts.amazonaws.com'],
  [{ AWS_ENDPOINT_URL_STS: 'https://sts.corp.example:8443' }, 'sts.corp.example'],
  [{ AWS_ENDPOINT_URL: 'http://[::1]:4566' }, '::1'],
  [{ HTTPS_PROXY: 'http://proxy:3128' }, null],
])('with %j the name to look for is %s', (env, host) => {
  expect(networkHost(env)).toBe(host)
})
