import { afterEach, describe, expect, test } from 'vitest'
import { ProblemError } from '#core/base/problem'
import type { ProfileName } from '#core/identity/identity'
import { identityName, problem, profileName } from '../support/states/builders.ts'
import { type World, world } from '../support/world/engine-world.ts'
import { settle } from '../support/world/fake-clock.ts'
import { config, identity } from '../support/world/fake-config.ts'
import type { MemoryFiles } from '../support/world/memory-files.ts'
import { problemOf } from '../support/world/problem-of.ts'

const staging = identityName('staging')
const LINES = [{ sign: '+', text: '[staging]' }] as const
let running: World | null = null

/** `null`: nobody has said how they want it. */
async function begin(preview: 'ask' | 'tell' | null = 'tell'): Promise<World> {
  const files = preview === null ? {} : { files: { preview } }
  running = world({ ...config(identity('staging'), identity('prod')), ...files })
  withHistory(running.files)
  await running.start()
  await settle()
  return running
}

afterEach(async () => {
  await running?.engine.stop()
  running = null
})

describe('the first write to a file of the person’s', () => {
  test('is made at once where they want it told and not shown', async () => {
    const { engine, state } = await begin('tell')
    await engine.activate(staging)
    expect(state('staging')?.kind).toBe('live')
  })

  test('leapp#3: waits until they have seen it, before the helper runs', async () => {
    const { engine, state, calls } = await begin(null)
    await engine.activate(staging).catch(() => undefined)
    expect([state('staging'), calls]).toMatchObject([
      { kind: 'needs-you', ask: { kind: 'first-write', lines: LINES } },
      [],
    ])
  })

  test('goes on for all who waited once they have seen it, and asks no second time', async () => {
    const { engine, state, files } = await begin(null)
    await engine.activate(staging).catch(() => undefined)
    await engine.files.approveFirstWrite()
    await engine.activate(identityName('prod'))
    expect([state('staging')?.kind, state('prod')?.kind, files.sections.size]).toEqual(['live', 'live', 2])
  })
})

describe('a tool that asks while the first write waits for its answer', () => {
  const TOOL = { by: 'terraform (pid 4711)', inside: [] }

  test('gets keys, and the file is left alone and still asked about', async () => {
    const { engine, state, files } = await begin(null)
    await engine.activate(staging).catch(() => undefined)
    const { accessKeyId } = await engine.pull(staging, TOOL)
    expect([accessKeyId, state('staging'), files.sections.size]).toMatchObject([
      'ASIAEXAMPLE000000001',
      { kind: 'needs-you', ask: { kind: 'first-write' } },
      0,
    ])
  })

  test('gets them also where it joins the run that is to write, and both are answered by one run each at most', async () => {
    const { engine, calls } = await begin(null)
    const [activated, pulled] = await Promise.allSettled([engine.activate(staging), engine.pull(staging, TOOL)])
    expect([activated.status === pulled.status, pulled.status, calls]).toEqual([true, 'fulfilled', ['staging']])
  })

  test('causes one run of the helper, however often it asks', async () => {
    const { engine, calls } = await begin(null)
    await engine.activate(staging).catch(() => undefined)
    for (let times = 0; times < 5; times += 1) await engine.pull(staging, TOOL)
    expect(calls).toEqual(['staging'])
  })

  test('hears what is wrong with the helper, and the person is still asked about the file', async () => {
    const { engine, state, answers } = await begin(null)
    await engine.activate(staging).catch(() => undefined)
    answers.set('staging', { kind: 'fails', problem: problem() })
    const refusal = await problemOf(engine.pull(staging, TOOL))
    expect([refusal.code, state('staging')]).toMatchObject([
      problem().code,
      { kind: 'needs-you', ask: { kind: 'first-write' } },
    ])
  })

  test('takes nothing from the answer: the profile is written with it', async () => {
    const { engine, state, files } = await begin(null)
    await engine.activate(staging).catch(() => undefined)
    await engine.pull(staging, TOOL)
    await engine.files.approveFirstWrite()
    expect([state('staging')?.kind, files.sections.size]).toEqual(['live', 1])
  })
})

describe('the first write to a file of the person’s, as they order it on the command line', () => {
  test('is shown and not asked', async () => {
    const { engine, state } = await begin(null)
    const shown = await engine.files.showFirstWrite(staging)
    await engine.refresh(staging, null)
    expect([shown, state('staging')?.kind]).toEqual([
      [{ file: '/home/ana/.aws/credentials', lines: LINES }],
      'inactive',
    ])
  })

  test('is no answer for another identity', async () => {
    const { engine, state } = await begin(null)
    await engine.files.showFirstWrite(staging)
    await engine.activate(identityName('prod')).catch(() => undefined)
    expect(state('prod')).toMatchObject({ kind: 'needs-you', ask: { kind: 'first-write' } })
  })
})

test('a section that is handed over was shown already, so nothing is asked a second time', async () => {
  const { engine, state } = await begin(null)
  await engine.files.takeOver(staging)
  expect(state('staging')?.kind).toBe('live')
})

describe('a take-over', () => {
  test('awsume#72: happens at the person’s word only, once', async () => {
    const { engine, files } = await begin()
    const asked: (boolean | undefined)[] = []
    const { write } = files
    files.write = (order, signal) => {
      asked.push(order.takeOver)
      return write(order, signal)
    }
    await engine.files.takeOver(staging)
    await engine.refresh(staging, null)
    expect(asked).toEqual([true, false])
  })

  test('makes the identity active and live', async () => {
    const { engine, state } = await begin()
    await engine.files.takeOver(staging)
    expect(state('staging')?.kind).toBe('live')
  })

  test('is still agreed to where the first try failed', async () => {
    const { engine, files, state } = await begin()
    files.failNext = new ProblemError(problem({ code: 'file/locked' }))
    await engine.files.takeOver(staging).catch(() => undefined)
    const asked: (boolean | undefined)[] = []
    const { write } = files
    files.write = (order, signal) => {
      asked.push(order.takeOver)
      return write(order, signal)
    }
    await engine.refresh(staging, null)
    expect([asked, state('staging')?.kind]).toEqual([[true], 'live'])
  })
})

describe('undo', () => {
  test('ends that the identity is active, so that the next renewal does not write it again', async () => {
    const { engine, state } = await begin()
    await engine.activate(staging)
    const undone = await engine.files.undo(profileName('staging'))
    expect([undone.profile, state('staging')?.kind]).toEqual(['staging', 'inactive'])
  })

  test('that is refused leaves it active', async () => {
    const { engine, state, files } = await begin()
    await engine.activate(staging)
    if (files.history !== undefined) {
      files.history.undo = () => Promise.reject(new ProblemError(problem({ code: 'file/changed-since' })))
    }
    const { code } = await problemOf(engine.files.undo(null))
    expect([code, state('staging')?.kind]).toEqual(['file/changed-since', 'live'])
  })

  test('without a history says so', async () => {
    const { engine, files } = await begin()
    delete files.history
    expect((await problemOf(engine.files.history())).code).toBe('file/nothing-to-undo')
  })
})

test('keys that we did not write last are shown to the guard as somebody else’s', async () => {
  const { engine, files } = await begin()
  const last: (string | null | undefined)[] = []
  const { write } = files
  files.write = (order, signal) => {
    last.push(order.lastFingerprint)
    return write(order, signal)
  }
  await engine.activate(staging)
  await engine.refresh(staging, null)
  expect(last).toEqual([undefined, 'print of ASIAEXAMPLE000000001'])
})

/** A history in which every profile can be taken back. */
function withHistory(files: MemoryFiles): void {
  const agreements: true[] = []
  files.history = {
    list: async () => ({ changes: [], backups: [] }),
    preview: async () => ({ file: files.credentialsFile, lines: LINES }),
    firstWrites: async () =>
      agreements.length > 0 || files.sections.size > 0 ? [] : [{ file: files.credentialsFile, lines: LINES }],
    agree: async () => void agreements.push(true),
    undo: async (profile: ProfileName | null) => {
      const name = profile ?? profileName('staging')
      files.sections.delete(name)
      return { profile: name, files: [files.credentialsFile] }
    },
  }
}
