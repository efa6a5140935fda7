import { afterEach, expect, test } from 'vitest'
import { hours, minutes } from '#core/base/time'
import { applyChanges, type SnapshotChanges } from '#core/snapshot/changes'
import { identityName } from '../support/states/builders.ts'
import { type World, world } from '../support/world/engine-world.ts'
import { settle } from '../support/world/fake-clock.ts'
import { config, identity } from '../support/world/fake-config.ts'

let running: World | null = null

async function begin(count: number): Promise<{ readonly the: World; readonly news: SnapshotChanges[] }> {
  const the = world(config(...Array.from({ length: count }, (_, nth) => identity(`id-${nth}`))))
  running = the
  await the.start()
  const news: SnapshotChanges[] = []
  the.engine.onChange((changes) => news.push(changes))
  return { the, news }
}

afterEach(async () => {
  await running?.engine.stop()
  running = null
})

test('of a thousand identities a renewal tells of the one that it renews', async () => {
  const { the, news } = await begin(1_000)
  await the.engine.activate(identityName('id-7'))
  await settle()
  expect(new Set(news.flatMap(({ views }) => views.map(({ name }) => name)))).toEqual(new Set(['id-7']))
})

test('nothing is told twice, and nothing is lost to whoever looks at the whole in between', async () => {
  const { the, news } = await begin(20)
  let followed = the.engine.snapshot()
  for (let nth = 0; nth < 10; nth += 1) await the.engine.activate(identityName(`id-${nth}`))
  await the.clock.advance(hours(3))
  await the.engine.deactivate(identityName('id-3'))
  the.config.edit(config(identity('id-5'), identity('new'), identity('id-2')))
  await settle()
  for (const changes of news) followed = applyChanges(followed, changes)
  expect(followed).toEqual({ ...the.engine.snapshot(), takenAt: followed.takenAt })
})

test('waking tells nothing of identities that are as they were', async () => {
  const { the, news } = await begin(50)
  await the.engine.activate(identityName('id-7'))
  await settle()
  news.length = 0
  the.engine.wake()
  await settle()
  expect(news.flatMap(({ views }) => views)).toEqual([])
})

test('a minute that passes is told as what it changed', async () => {
  const { the, news } = await begin(3)
  await the.engine.activate(identityName('id-1'))
  await the.clock.advance(minutes(1))
  news.length = 0
  the.engine.tick()
  await settle()
  expect(news).toMatchObject([{ views: [], order: null, rest: null }])
})
