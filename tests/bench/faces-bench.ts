import { milliseconds } from '#core/base/time'
import { createFaces } from '#shell/faces'
import { identityName } from '../support/states/builders.ts'
import { world } from '../support/world/engine-world.ts'
import { config, identity } from '../support/world/fake-config.ts'
import { fakeTimer } from '../support/shell/fake-timer.ts'
import { median } from './median.ts'

/**
 * What the engine, tray, notices, terminal and window take for one renewal together, a fifth of the identities active.
 * Electron's own menu is not in it: its rows are counted.
 */
export async function facesCosts(quick: boolean): Promise<Readonly<Record<string, unknown>>> {
  const rounds = quick ? 20 : 300
  return {
    10: await oneChange(10, rounds),
    100: await oneChange(100, rounds),
    1_000: await oneChange(1_000, rounds),
  }
}

async function oneChange(count: number, rounds: number) {
  const names = Array.from({ length: count }, (_, at) => identityName(`identity-${at}`))
  const machine = world(config(...names.map((name) => identity(name))))
  await machine.start()
  const active = names.slice(0, Math.ceil(count / 5))
  for (const name of active) await machine.engine.activate(name)
  const timer = fakeTimer()
  let sent = 0
  let shown = 0
  const faces = createFaces(machine.engine.snapshot(), {
    makeTray: () => ({ show: () => void (shown += 1), destroy: () => undefined }),
    notifier: { tell: () => undefined, destroy: () => undefined },
    minuteHand: { follow: () => undefined, stop: () => undefined },
    toWindow: ({ views }) => void (sent += views.length),
    print: () => undefined,
    clockWords: String,
    timer,
    hush: { isOn: () => false, snoozedWords: () => null },
    isSeen: true,
    recent: { first: [], keep: () => undefined },
  })
  let ms = 0
  machine.engine.onChange((changes) => {
    const began = performance.now()
    faces.show(changes)
    timer.turn(1_000)
    ms += performance.now() - began
  })
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    ms = 0
    await machine.engine.refresh(active[round % active.length] ?? identityName('none'), null)
    await machine.clock.advance(milliseconds(1))
    times.push(ms)
  }
  await machine.engine.stop()
  const perRound = (total: number): number => Math.round((total / rounds) * 10) / 10
  return { ms: Math.round(median(times) * 1_000) / 1_000, viewsSent: perRound(sent), menusWritten: perRound(shown) }
}
