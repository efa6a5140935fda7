import { expect, test } from 'vitest'
import { gate } from '#core/trust/gate'
import type { Run } from '#core/trust/run'
import { config, identity, role } from '../support/world/fake-config.ts'
import { settle } from '../support/world/fake-clock.ts'
import { world } from '../support/world/engine-world.ts'
import { identityName } from '../support/states/builders.ts'

const both = config(identity('base'), role('hub', 'base'))
const run: Run = {
  kind: 'command',
  identity: identityName('base'),
  text: 'base',
  shell: false,
  where: both.identities[0]?.where ?? { file: '', line: 1, column: 1 },
}
const withheld = gate(both, [run], { question: null, isApproved: () => false, refusalOf: () => null })

test('nothing that waits for trust is run, whoever asks, and it starts by itself once it is approved', async () => {
  const desk = world(withheld)
  await desk.start()
  await desk.engine.activate(identityName('hub')).catch(() => undefined)
  const refused = await desk.engine
    .refresh(identityName('base'), null)
    .catch((error: { problem: { code: string } }) => error.problem.code)
  const before = [desk.state('base')?.kind, desk.state('hub')?.kind, [...desk.calls]]
  desk.config.edit(both)
  await settle()
  await settle()
  expect([refused, before]).toEqual(['trust/needed', ['waiting-for-trust', 'waiting-for-trust', []]])
  expect([desk.state('hub')?.kind, desk.calls[0]]).toEqual(['live', 'base'])
  await desk.engine.stop()
})
