import { expect, test } from '@playwright/test'
import { decoders } from '#bridge/decode'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { buildWindow, CHROMIUM, NO_CHROMIUM } from '../support/window/panel-page.ts'
import { NARROW } from '../support/window/panel-shots.ts'
import { CHAPTERS } from '../support/walks/all-walks.ts'
import { BY_ITSELF } from '../support/walks/by-itself.ts'
import { goWalks, type By } from '../support/walks/go-walks.ts'
import type { Met } from '../support/walks/hand.ts'
import { ALL_WALKS, commandsOf, isWalked, kindOf, PLAIN_COMMANDS, VARIANTS } from '../support/walks/laws.ts'
import { CHOICES, SETTINGS_WALKS } from '../support/walks/settings-walks.ts'
import { openAnew, prepareWalks } from '../support/walks/walk-window.ts'
import type { Walk } from '../support/walks/walk.ts'

test.use({ launchOptions: CHROMIUM, viewport: NARROW, locale: 'en-GB' })
test.skip(NO_CHROMIUM !== null, NO_CHROMIUM ?? '')

let folder = ''
test.beforeAll(async () => void (folder = await buildWindow()))

const met: Readonly<Record<By, Met>> = {
  keyboard: { seen: new Set(), pressed: new Set() },
  keys: { seen: new Set(), pressed: new Set() },
  mouse: { seen: new Set(), pressed: new Set() },
}
const HANDS: Readonly<Record<By, (walk: Walk) => boolean>> = {
  keyboard: () => true,
  keys: ({ keys }) => keys !== undefined,
  mouse: ({ keyboardOnly }) => keyboardOnly !== true,
}
const gone = new Set<string>()

for (const [chapter, walks] of Object.entries(CHAPTERS)) {
  for (const by of ['keyboard', 'keys', 'mouse'] as const) {
    const those = walks.filter(HANDS[by])
    if (those.length === 0) continue
    test(`${chapter}, by ${by}: every action ends in its requests, and the focus is never lost`, async ({ page }) => {
      // A bound for what hangs: there are dozens of walks in it.
      test.setTimeout(300_000)
      await prepareWalks(page, folder)
      expect(await goWalks(page, those, by, met[by])).toEqual([])
      gone.add(`${chapter} by ${by}`)
    })
  }
}

test('nothing was met on the way that is not pressed in one of the walks, by keyboard and by mouse', () => {
  for (const by of ['keyboard', 'mouse'] as const) {
    for (const chapter of Object.keys(CHAPTERS)) expect([...gone]).toContain(`${chapter} by ${by}`)
    const pressed = new Set([...met[by].pressed].map(kindOf))
    // What a row has, the walks of the rows press by name.
    const left = new Set([...met[by].seen].map(kindOf).filter((kind) => kind !== '(row)' && !pressed.has(kind)))
    expect.soft([...left], `by ${by}`).toEqual([])
  }
})

test.describe('the walks are all there is', () => {
  const asked = (walks: readonly Walk[]) => new Set(walks.flatMap((walk) => walk.asks.map(({ channel }) => channel)))
  const channels = Object.keys(decoders).toSorted()

  test('each request of the contract is caused by keyboard, or is known to be the window’s own', () => {
    expect([...asked(ALL_WALKS), ...Object.keys(BY_ITSELF)].toSorted()).toEqual(channels)
  })

  test('by mouse as well, but for hiding the window: that is the button of its frame', () => {
    const byMouse = [...asked(ALL_WALKS.filter(HANDS.mouse)), ...Object.keys(BY_ITSELF), 'app/hide-window']
    expect(byMouse.toSorted()).toEqual(channels)
  })

  test('each variant of a request is walked by both', () => {
    expect(VARIANTS.filter((one) => !isWalked(ALL_WALKS, one))).toEqual([])
    expect(VARIANTS.filter((one) => !isWalked(ALL_WALKS.filter(HANDS.mouse), one))).toEqual([])
  })

  test('each key of the list is pressed', () => {
    const pressed = new Set(ALL_WALKS.flatMap(commandsOf))
    expect(Object.keys(PLAIN_COMMANDS).filter((command) => !pressed.has(command))).toEqual([])
  })

  test('each setting is changed, and each that the screen shows is among the choices', async ({ page }) => {
    const patches = ALL_WALKS.flatMap((walk) => walk.asks.filter(({ channel }) => channel === 'settings/change'))
    const changed = new Set(patches.flatMap(({ input }) => Object.keys(input ?? {})))
    expect(Object.keys(DEFAULT_SETTINGS).filter((key) => !changed.has(key))).toEqual([])
    const [walk] = SETTINGS_WALKS
    await prepareWalks(page, folder)
    if (walk !== undefined) await openAnew(page, walk.state, walk.answers ?? {})
    await page.keyboard.press(',')
    await expect(page.locator('.setting-title')).toHaveText(
      Object.values(CHOICES).flatMap((choices) => choices.map(({ title }) => title)),
    )
  })
})
