import { expect, test } from 'vitest'
import { after, hours, minutes } from '#core/base/time'
import { NOW } from '../support/states/builders.ts'
import { world, type World } from '../support/world/engine-world.ts'
import { config, identity } from '../support/world/fake-config.ts'

const facts = ({ history }: World) => history.entries.map(({ what, at }) => [what, at - NOW])

test('start and stop are written down', async () => {
  const of = world(config(identity('staging')))
  await of.start()
  await of.clock.advance(minutes(3))
  await of.engine.stop()
  expect(facts(of)).toEqual([
    ['started', 0],
    ['stopped', minutes(3)],
  ])
})

test('whoever hears of sleep and waking can be handed the two by themselves', async () => {
  const of = world(config(identity('staging')))
  await of.start()
  const { doze, wake } = of.engine
  doze()
  await of.clock.advance(minutes(3))
  wake()
  expect(facts(of)).toEqual([
    ['started', 0],
    ['slept', 0],
    ['woke', minutes(3)],
  ])
})

test('a look from the command line is nothing that happened', async () => {
  const of = world(config(identity('staging')))
  await of.engine.load()
  await of.engine.stop()
  expect(facts(of)).toEqual([])
})

test('a sleep is written down once, although the system tells twice that it is over (electron#47162)', async () => {
  const of = world(config(identity('staging')))
  await of.start()
  await of.clock.advance(minutes(1))
  of.engine.doze()
  await of.clock.jumpTo(after(NOW, hours(2)))
  of.engine.wake()
  of.engine.wake()
  await of.engine.stop()
  expect(facts(of).slice(1, -1)).toEqual([
    ['slept', minutes(1)],
    ['woke', hours(2)],
  ])
})

test('a sleep that no event told of is seen by the leap of the clock', async () => {
  const of = world(config(identity('staging')))
  await of.start()
  await of.clock.jumpTo(after(NOW, hours(2)))
  await of.engine.stop()
  expect(facts(of).slice(1, -1)).toEqual([
    ['slept', 0],
    ['woke', hours(2)],
  ])
})

test('a clock that is set back is no sleep', async () => {
  const of = world(config(identity('staging')))
  await of.start()
  await of.clock.jumpTo(after(NOW, minutes(-30)))
  await of.engine.stop()
  expect(facts(of).map(([what]) => what)).toEqual(['started', 'stopped'])
})
