import { describe, expect, test } from 'vitest'
import { createSetOrders } from '../../electron/orders/set-orders.ts'
import { identityName } from '../support/states/builders.ts'
import { world } from '../support/world/engine-world.ts'
import { config, identity, role } from '../support/world/fake-config.ts'
import { problemOf } from '../support/world/problem-of.ts'

const names = (...of: readonly string[]) => of.map(identityName)

async function desk() {
  const of = world(
    config(
      identity('base'),
      role('shop', 'base'),
      role('stock', 'base'),
      identity('billing', {}, { tags: ['prod'] }),
      identity('broken'),
    ),
  )
  await of.start()
  await of.settings.change({
    sets: [
      { name: 'shop', identities: names('shop', 'stock', 'gone'), hotkey: null },
      { name: 'all', identities: names('shop', 'billing'), hotkey: null },
      { name: 'odd', identities: names('broken', 'base'), hotkey: null },
    ],
  })
  const asked: (readonly string[])[] = []
  const orders = createSetOrders({ ...of, confirm: (which) => void asked.push(which) })
  const live = () => of.engine.snapshot().identities.flatMap(({ name, state }) => (state.kind === 'live' ? [name] : []))
  return { ...of, orders, asked, live, [Symbol.asyncDispose]: () => of.engine.stop() }
}

describe('a set', () => {
  test('is activated together, and the parent that its roles share is run once', async () => {
    await using at = await desk()
    await at.orders.activateSetUnseen('shop')
    expect([at.live(), at.calls.filter((call) => call === 'base')]).toEqual([['shop', 'stock'], ['base']])
  })

  test('one that fails stops no other', async () => {
    await using at = await desk()
    at.answers.set('broken', {
      kind: 'fails',
      problem: { code: 'process/timeout', message: 'It took too long.', hint: 'Try again.' },
    })
    await at.orders.activateSetUnseen('odd')
    expect([at.live(), at.state('broken')?.kind]).toEqual([['base'], 'failed'])
  })

  test('an active member is left as it is', async () => {
    await using at = await desk()
    await at.orders.activateSetUnseen('shop')
    const before = at.calls.length
    await at.orders.activateSetUnseen('shop')
    expect(at.calls.length).toBe(before)
  })

  test('that does not exist is named', async () => {
    await using at = await desk()
    expect((await problemOf(at.orders.activateSetUnseen('nope'))).code).toBe('action/unknown-set')
  })
})

describe('production', () => {
  test('is asked about where a hotkey names it, and the others begin', async () => {
    await using at = await desk()
    await at.orders.activateSetUnseen('all')
    expect([at.asked, at.live()]).toEqual([[['billing']], ['shop']])
  })

  test('is asked about where the tray activates it, and nothing else is', async () => {
    await using at = await desk()
    await at.orders.activateUnseen(identityName('billing'))
    await at.orders.activateUnseen(identityName('base'))
    expect([at.asked, at.live()]).toEqual([[['billing']], ['base']])
  })
})
