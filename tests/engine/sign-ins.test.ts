import { afterEach, describe, expect, test } from 'vitest'
import { hours } from '#core/base/time'
import { identityName } from '../support/states/builders.ts'
import { type World, world } from '../support/world/engine-world.ts'
import { settle } from '../support/world/fake-clock.ts'
import { config, identity } from '../support/world/fake-config.ts'

let running: World | null = null
afterEach(async () => {
  await running?.engine.stop()
  running = null
})

/** Two whose helpers open a browser. The first one's person takes their time until `finish`. */
async function twoSignIns(one: string, other: string) {
  running = world(
    config(
      identity('one', { command: one, interactive: true }),
      identity('other', { command: other, interactive: true }),
    ),
  )
  let finish = (): void => {}
  const until = new Promise<void>((resolve) => (finish = resolve))
  running.answers.set(one, { kind: 'waits', until, answer: { kind: 'keys', life: hours(1) } })
  await running.start()
  const first = running.engine.refresh(identityName('one'), null)
  await settle()
  const second = running.engine.refresh(identityName('other'), null)
  second.catch(() => undefined)
  await settle()
  return { the: running, first, second, finish: () => finish() }
}

describe('sign-ins', () => {
  test('of two identities with one program come one after the other, and the second says what it waits for', async () => {
    const { the, first, second, finish } = await twoSignIns('sso login one', 'sso login other')
    const before = [[...the.calls], the.view('other')?.lastRun?.stderr]
    finish()
    await Promise.all([first, second])
    expect([before, the.calls]).toEqual([
      [['sso login one'], 'Waits for another sign-in with sso.\n'],
      ['sso login one', 'sso login other'],
    ])
  })

  test('with two programs do not wait for each other', async () => {
    const { the, first, second, finish } = await twoSignIns('sso login', 'okta login')
    await second
    const calls = [...the.calls]
    finish()
    await first
    expect(calls).toEqual(['sso login', 'okta login'])
  })

  test('that are given up while they wait never start', async () => {
    const { the, first, second, finish } = await twoSignIns('sso login one', 'sso login other')
    the.engine.cancel(identityName('other'))
    await second.catch(() => undefined)
    finish()
    await first
    expect(the.calls).toEqual(['sso login one'])
  })
})
