import { expect, test } from 'vitest'
import { seconds } from '#core/base/time'
import { identityName } from '../support/states/builders.ts'
import { world } from '../support/world/engine-world.ts'
import { config, identity } from '../support/world/fake-config.ts'

const staging = identityName('staging')

test('five runs of a helper are kept, the newest first, and the window is sent the last one alone', async () => {
  const { engine, start, view, clock } = world(config(identity('staging')))
  await start()
  for (let count = 0; count < 7; count += 1) {
    await engine.refresh(staging, null)
    await clock.advance(seconds(1))
  }
  const starts = [view('staging')?.lastRun, ...engine.looks.earlierRuns(staging)].map((run) => run?.startedAt ?? 0)
  expect(view('staging')?.earlierRuns).toBe(4)
  expect(starts.map((at) => clock.now() - at)).toEqual([1_000, 2_000, 3_000, 4_000, 5_000])
  await engine.stop()
})

test('a helper that never stops talking fills no memory: the end of what it says is kept', async () => {
  const { engine, start, view, answers } = world(config(identity('staging')))
  await start()
  answers.set('staging', { kind: 'hangs', stderr: `${'a line of a talkative helper\n'.repeat(2_000)}the end` })
  const pending = engine.refresh(staging, null).catch(() => null)
  await new Promise<void>((resolve) => {
    const stop = engine.onChange(() => {
      if (view('staging')?.lastRun?.stderr === '') return
      stop()
      resolve()
    })
  })
  const said = view('staging')?.lastRun?.stderr ?? ''
  engine.cancel(staging)
  await pending
  await engine.stop()
  expect([said.length < 9_000, said.startsWith('…\n'), said.trimEnd().endsWith('the end')]).toEqual([true, true, true])
})

test('a parent that is not active shows until when its session is held, and no more of it', async () => {
  const { engine, start, view } = world(config(identity('base'), identity('staging')))
  await start()
  await engine.refresh(identityName('base'), null)
  expect(view('base')).toMatchObject({ state: { kind: 'inactive' }, held: { expiresAt: expect.any(Number) } })
  expect(JSON.stringify(view('base'))).not.toMatch(/ASIA|AKIA/)
  await engine.stop()
})
