import { expect, test } from 'vitest'
import { sourceLabel } from '#core/identity/source-label'
import { gate } from '#core/trust/gate'
import type { Run } from '#core/trust/run'
import { config, identity, role } from '../../support/world/fake-config.ts'

const base = identity('base')
const other = identity('other')
const commands: readonly Run[] = [base, other].map(({ name, where }) => ({
  kind: 'command',
  identity: name,
  text: name,
  shell: false,
  where,
}))

const gated = (isApproved: (run: Run) => boolean) =>
  gate(config(base, role('hub', 'base'), role('spoke', 'hub'), other, role('free', 'other')), commands, {
    question: null,
    isApproved,
    refusalOf: () => null,
  }).identities.map(({ name, source }) => [name, source.kind === 'unusable' ? source.because.code : source.kind])

test('whoever hangs on an unapproved command waits with it, and nobody else', () =>
  expect(gated((run) => run.identity !== 'base')).toEqual([
    ['base', 'trust/needed'],
    ['hub', 'trust/needed'],
    ['spoke', 'trust/needed'],
    ['other', 'process'],
    ['free', 'assume-role'],
  ]))

test('with everything approved nothing waits', () =>
  expect(gated(() => true).map(([, kind]) => kind)).toEqual([
    'process',
    'assume-role',
    'assume-role',
    'process',
    'assume-role',
  ]))

test('an unapproved address holds its identity and whoever hangs on it, and not its parent', () => {
  const hub = role('hub', 'base')
  const address: Run = {
    kind: 'endpoint',
    identity: hub.name,
    text: 'https://sts.example.com',
    shell: false,
    where: hub.where,
  }
  const { identities } = gate(config(base, hub, role('spoke', 'hub')), [address], {
    question: null,
    isApproved: () => false,
    refusalOf: () => null,
  })
  expect(identities.map(({ source }) => (source.kind === 'unusable' ? source.because.message : source.kind))).toEqual([
    'process',
    '"hub" would send its session to an address that you have not approved, so nothing was run.',
    '"spoke" would send its session to an address that you have not approved, so nothing was run.',
  ])
})

test('an unapproved command is not even there any more', () => {
  const { identities } = gate(config(base), commands, {
    question: null,
    isApproved: () => false,
    refusalOf: () => null,
  })
  expect(JSON.stringify(identities[0]?.source)).not.toContain('"command":')
})

test('who looks at one that waits reads what it would be, and never its arguments', () => {
  const { identities } = gate(config(base, role('hub', 'base')), commands, {
    question: null,
    isApproved: () => false,
    refusalOf: () => null,
  })
  expect(identities.map(({ source }) => sourceLabel(source))).toEqual(['command base', 'role hub'])
})
