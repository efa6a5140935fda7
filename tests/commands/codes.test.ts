import { afterEach, describe, expect, test } from 'vitest'
import { Secret } from '#core/base/secret'
import { hours } from '#core/base/time'
import type { Identity } from '#core/identity/identity'
import { eachName } from '../../electron/commands/parts/each-name.ts'
import type { Doors } from '../../electron/commands/line/command.ts'
import { type World, world } from '../support/world/engine-world.ts'
import { config, identity, role } from '../support/world/fake-config.ts'

const PHONE = 'arn:aws:iam::111122223333:mfa/ana'

const user = (name: string): Identity =>
  identity(name, {
    kind: 'user',
    keys: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: new Secret('EXAMPLE') },
    mfaSerial: PHONE,
    lasts: hours(12),
    endpoint: null,
  })

let running: World | null = null
afterEach(async () => {
  await running?.engine.stop()
  running = null
})

/** `credtray refresh` at a terminal where these lines are typed. `null`: nobody sits there. */
async function refresh(typed: readonly string[] | null, names: readonly string[], json = false) {
  const the = world(config(user('ana'), role('admin', 'ana')))
  running = the
  await the.engine.load()
  const lines = [...(typed ?? [])]
  const said = { out: '', err: '', asked: [] as string[] }
  const doors: Doors = {
    root: '',
    commands: [],
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    fromApp: async () => null,
    alone: (_where, work) => work(the.engine),
    person: {
      isThere: () => typed !== null,
      agrees: async () => false,
      answer: async (question) => {
        said.asked.push(question)
        return lines.shift() ?? ''
      },
    },
  }
  const where = { config: null, folder: null, dataDir: null }
  const code = await eachName({ where, names, json }, doors, { deed: 'refresh', line: ({ identity: of }) => `${of}\n` })
  return { code, ...said, calls: the.calls }
}

describe('refresh at a terminal, of an identity with an MFA device', () => {
  test('asks for the code with the words of the window, and goes on', async () => {
    const { code, out, asked } = await refresh(['123 456'], ['ana'])
    expect([code, out, asked]).toEqual([
      0,
      'ana\n',
      ['ana: the six digits that mfa/ana in account 111122223333 shows now: '],
    ])
  })

  test('asks again for what is not six digits', async () => {
    const { code, err, asked } = await refresh(['12345', '123456'], ['ana'])
    expect([code, err, asked.length]).toEqual([0, 'That is not six digits.\n', 2])
  })

  test('takes one code for all who hang on the device', async () => {
    const { code, out, asked } = await refresh(['123456'], ['ana', 'admin'])
    expect([code, out, asked.length]).toEqual([0, 'ana\nadmin\n', 1])
  })

  test('ends with 3 where the line is left empty', async () => {
    const { code, out, calls } = await refresh([''], ['ana'])
    expect([code, out, calls]).toEqual([3, '', []])
  })
})

test('where nobody sits at a terminal no code is asked for, and it ends with 3', async () => {
  const { code, asked } = await refresh(null, ['ana'])
  expect([code, asked]).toEqual([3, []])
})

test('a program that reads JSON is asked for nothing, and its rows are as they were', async () => {
  const { code, out, asked } = await refresh(['123456'], ['ana'], true)
  const keys = Object.keys(JSON.parse(out)[0])
  expect([code, asked, keys]).toEqual([3, [], ['identity', 'profile', 'ok', 'expiresAt', 'warnings', 'problem']])
})
