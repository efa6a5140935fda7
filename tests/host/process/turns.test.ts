import { expect, test } from 'vitest'
import { createTurns } from '#host/process/turns'

test('between any two of many that wait the event loop makes a turn, and they keep their order', async () => {
  const turns = createTurns()
  const seen: string[] = []
  let running = true
  const clock = (): void => {
    seen.push('turn')
    if (running) setImmediate(clock)
  }
  setImmediate(clock)
  const work = ['a', 'b', 'c'].map(async (name) => {
    await turns()
    seen.push(name)
  })
  await Promise.all(work)
  running = false
  expect(seen.join(' ')).toMatch(/a( turn)+ b( turn)+ c/)
})
