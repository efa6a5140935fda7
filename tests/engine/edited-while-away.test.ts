import { afterEach, describe, expect, test } from 'vitest'
import { hours, minutes } from '#core/base/time'
import type { Identity } from '#core/identity/identity'
import { identityName } from '../support/states/builders.ts'
import { type World, world } from '../support/world/engine-world.ts'
import { config, identity, role } from '../support/world/fake-config.ts'

/** What STS is asked, and by whom. */
const CALL = 'arn:aws:iam::111122223333:role/child by ASIAEXAMPLE000000001'
const CALL_2 = 'arn:aws:iam::111122223333:role/child by ASIAEXAMPLE000000002'
const staging = identityName('staging')
let running: World | null = null

/** A start on what the last one has left: its memory and its file. */
async function startAgain(before: World, ...identities: readonly Identity[]): Promise<World> {
  await before.engine.stop()
  running = world(config(...identities), before.memory.kept)
  for (const [profile, credentials] of before.files.sections) running.files.sections.set(profile, credentials)
  await running.start()
  return running
}

async function firstStart(...identities: readonly Identity[]): Promise<World> {
  running = world(config(...identities))
  await running.start()
  return running
}

afterEach(async () => {
  await running?.engine.stop()
  running = null
})

describe('an identity that was edited while the app was off', () => {
  const withCommand = (command: string): Identity => {
    const plain = identity('staging')
    return plain.source.kind === 'process' ? { ...plain, source: { ...plain.source, command } } : plain
  }

  test('is obtained anew: what stands in the file is of the old command', async () => {
    const first = await firstStart(withCommand('old'))
    await first.engine.activate(staging)
    const next = await startAgain(first, withCommand('new'))
    expect([next.calls, next.state('staging')?.kind]).toEqual([['new'], 'live'])
  })

  test('runs no helper where nothing was edited', async () => {
    const first = await firstStart(withCommand('old'))
    await first.engine.activate(staging)
    const next = await startAgain(first, withCommand('old'))
    expect([next.calls, next.state('staging')?.kind]).toEqual([[], 'live'])
  })
})

describe('a role whose root was edited', () => {
  const child = role('child', 'root')
  const root = (command: string): Identity => identity('root', { command })

  test('while the app was off is obtained anew with the new root, and so once', async () => {
    const first = await firstStart(root('old'), child)
    await first.engine.activate(child.name)
    const next = await startAgain(first, root('new'), child)
    expect([next.calls, next.state('child')?.kind]).toEqual([['new', CALL], 'live'])
  })

  test('while it runs is obtained anew with the new root', async () => {
    const the = await firstStart(root('old'), child)
    await the.engine.activate(child.name)
    const before = the.calls.length
    the.config.edit(config(root('new'), child))
    await the.clock.advance(minutes(0))
    expect([the.calls.slice(before), the.state('child')?.kind]).toEqual([['new', CALL_2], 'live'])
  })

  test('is left alone where only a tag of the root was edited', async () => {
    const the = await firstStart(root('old'), child)
    await the.engine.activate(child.name)
    const before = the.calls.length
    the.config.edit(config({ ...root('old'), tags: ['blue'] }, child))
    await the.clock.advance(minutes(0))
    expect(the.calls.slice(before)).toEqual([])
  })
})

describe('keys that were written once, for an identity that is not active', () => {
  test('leave the file at their end, also when the app was quit in between', async () => {
    const first = await firstStart(identity('staging'))
    await first.engine.refresh(staging, null)
    const next = await startAgain(first, identity('staging'))
    const before = [next.state('staging')?.kind, next.files.sections.size]
    await next.clock.advance(hours(1))
    await next.clock.advance(minutes(1))
    expect([before, next.calls, next.state('staging')?.kind, next.files.sections.size]).toEqual([
      ['inactive', 1],
      [],
      'inactive',
      0,
    ])
  })

  test('leave the file at once where their identity is gone, and are forgotten', async () => {
    const first = await firstStart(identity('staging'))
    await first.engine.refresh(staging, null)
    const next = await startAgain(first, identity('other'))
    expect([next.files.sections.size, next.memory.kept.active]).toEqual([0, []])
  })
})

describe('deactivating', () => {
  test('ends a helper that hangs', async () => {
    const the = await firstStart(identity('staging'))
    the.answers.set('staging', { kind: 'hangs' })
    const asked = the.engine.activate(staging).catch((error: unknown) => error)
    await the.engine.deactivate(staging)
    await asked
    expect([the.state('staging')?.kind, the.processes.running.now]).toEqual(['inactive', 0])
  })

  test('ends the parent that hangs for it alone', async () => {
    const the = await firstStart(identity('root'), role('child', 'root'))
    the.answers.set('root', { kind: 'hangs' })
    const asked = the.engine.activate(identityName('child')).catch((error: unknown) => error)
    await the.clock.advance(minutes(0))
    await the.engine.deactivate(identityName('child'))
    await asked
    expect(the.processes.running.now).toBe(0)
  })

  test('leaves a helper alone that somebody else waits for', async () => {
    const the = await firstStart(identity('root'), role('child', 'root'))
    the.answers.set('root', { kind: 'hangs' })
    const asked = the.engine.activate(identityName('child')).catch((error: unknown) => error)
    await the.clock.advance(minutes(0))
    void the.engine.activate(identityName('root')).catch(() => undefined)
    await the.engine.deactivate(identityName('root'))
    expect(the.processes.running.now).toBe(1)
    await the.engine.stop()
    await asked
  })
})
