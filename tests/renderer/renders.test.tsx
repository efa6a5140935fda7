import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { IdentityView } from '#core/snapshot/snapshot'
import type { WindowState } from '#bridge/contract'
import { NOW, liveFor } from '../support/states/builders.ts'
import { changesBetween } from '../support/states/changes-between.ts'
import { crowd, panelState } from '../support/states/panel-states.ts'
import { renderApp } from '../support/window/rendered-app.tsx'

/** Who was drawn, each time that it was. */
const drawn: string[] = []
let stop: (() => void) | undefined

beforeEach(() => vi.useFakeTimers({ now: NOW }))
afterEach(() => {
  stop?.()
  setHidden(false)
  cleanup()
  vi.useRealTimers()
})

/** Nobody but a row that is drawn asks for the region: the search does, once something is typed. */
function watched(view: IdentityView): IdentityView {
  return Object.defineProperty({ ...view }, 'region', {
    enumerable: true,
    get() {
      drawn.push(view.name)
      return view.region
    },
  })
}

const thousand = (): readonly IdentityView[] => crowd(1_000, NOW).map(watched)

async function open(state: WindowState) {
  const app = await renderApp(state)
  stop = app.stop
  expect(screen.getAllByRole('row').length).toBeGreaterThan(5)
  drawn.length = 0
  return app
}

const pass = (ms: number) => act(async () => void vi.advanceTimersByTime(ms))

function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

test('one renewal among a thousand draws one row', async () => {
  const before = panelState(thousand(), NOW)
  const app = await open(before)
  // The first has its details open, which tell of others too.
  const at = 5
  const renewed = before.snapshot.identities.map((view, index) =>
    index === at ? watched({ ...view, state: liveFor(60, NOW) }) : view,
  )
  const after = { ...before.snapshot, identities: renewed }
  drawn.length = 0
  await act(async () =>
    app.move({
      ...before,
      from: before.revision,
      to: before.revision + 1,
      changes: changesBetween(before.snapshot, after),
    }),
  )
  const [first, ...others] = before.snapshot.identities
  expect(drawn.filter((name) => name !== first?.name)).toEqual([others[at - 1]?.name])
})

test('a second that passes draws no row', async () => {
  await open(panelState(thousand(), NOW))
  await pass(1_000)
  expect(drawn).toEqual([])
})

test('one timer counts for everybody, and none while the window is hidden', async () => {
  await open(panelState(thousand(), NOW))
  const seen = vi.getTimerCount()
  await act(async () => setHidden(true))
  expect([seen, vi.getTimerCount()]).toEqual([1, 0])
})
