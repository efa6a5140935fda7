import { afterEach } from 'vitest'
import type { Identity } from '#core/identity/identity'
import type { Remembered } from '#core/session/remembered'
import { identityName, profileName } from '../states/builders.ts'
import { type World, world } from './engine-world.ts'
import { config } from './fake-config.ts'

let running: readonly World[] = []

afterEach(async () => {
  for (const { engine } of running) await engine.stop()
  running = []
})

/** An engine over these identities, started now and stopped after the test. */
export async function begin(identities: readonly Identity[], remembered?: Remembered): Promise<World> {
  const begun = prepare(identities, remembered)
  await begun.start()
  return begun
}

/** The same, not started yet. */
export function prepare(identities: readonly Identity[], remembered?: Remembered): World {
  const prepared = world(config(...identities), remembered)
  running = [...running, prepared]
  return prepared
}

/** What an earlier start left behind: this one was active. */
export const active = (name: string, written: Remembered['active'][number]['written'] = null): Remembered => ({
  paused: false,
  active: [{ name: identityName(name), profile: profileName(name), written }],
})

/** `begin` with nothing remembered. */
export const beginWith = (...identities: readonly Identity[]): Promise<World> => begin(identities)
