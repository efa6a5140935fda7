import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Secret } from '#core/base/secret'
import { createKeyStore, type Sealing } from '#host/own-data/key-store'
import { identityName } from '../../support/states/builders.ts'
import { problemOf } from '../../support/world/problem-of.ts'

const ana = identityName('ana')
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: new Secret(SECRET) }

/** Turns each byte round: enough to see whether anything was left open. */
const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff))
const keychain: Sealing = {
  kind: 'sealed',
  seal: (text) => turned(Buffer.from(text)),
  open: (sealed) => turned(sealed).toString(),
}
const closed: Sealing = { kind: 'memory', because: 'There is no keyring.' }

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credtray-'))
  file = join(folder, 'data', 'keys.json')
})
afterEach(() => rm(folder, { recursive: true }))

describe('with a keychain', () => {
  test('keys are there again after a restart, and stand in no file that can be read', async () => {
    const first = await createKeyStore(file, () => keychain)
    await first.save(ana, keys)
    const second = await createKeyStore(file, () => keychain)
    expect([second.holds(ana), second.read(ana)?.accessKeyId, second.read(ana)?.secretAccessKey.reveal()]).toEqual([
      'sealed',
      keys.accessKeyId,
      SECRET,
    ])
    const text = await readFile(file, 'utf8')
    expect(text).not.toMatch(/AKIA|wJalr/)
    expect(Buffer.from(JSON.parse(text).keys.ana, 'base64').toString()).not.toMatch(/AKIA|wJalr/)
  })

  test.skipIf(process.platform === 'win32')('only the person can read the file', async () => {
    await (await createKeyStore(file, () => keychain)).save(ana, keys)
    expect([(await stat(file)).mode & 0o777, (await stat(join(folder, 'data'))).mode & 0o777]).toEqual([0o600, 0o700])
  })

  test('forgotten keys are gone from the file', async () => {
    const store = await createKeyStore(file, () => keychain)
    await store.save(ana, keys)
    await store.forget(ana)
    expect([store.holds(ana), store.read(ana), JSON.parse(await readFile(file, 'utf8')).keys]).toEqual([null, null, {}])
  })

  test('many at once are all kept', async () => {
    const store = await createKeyStore(file, () => keychain)
    const names = Array.from({ length: 20 }, (_, index) => identityName(`user-${index}`))
    await Promise.all(names.map((name) => store.save(name, keys)))
    const again = await createKeyStore(file, () => keychain)
    expect(names.every((name) => again.holds(name) === 'sealed')).toBe(true)
  })

  test('it is not asked before keys are needed: some ask the person to unlock them', async () => {
    let asked = 0
    await (await createKeyStore(file, () => keychain)).save(ana, keys)
    const store = await createKeyStore(file, () => ((asked += 1), keychain))
    expect([store.holds(ana), asked]).toEqual(['sealed', 0])
  })
})

describe('without one', () => {
  test('keys are kept in memory, and that is said', async () => {
    const store = await createKeyStore(file, () => closed)
    await store.save(ana, keys)
    expect([store.keeping, store.holds(ana), store.read(ana)]).toEqual([closed, 'memory', keys])
    await expect(stat(file)).rejects.toThrow('ENOENT')
    expect((await createKeyStore(file, () => closed)).read(ana)).toBeNull()
  })

  test('keys that were sealed on a better day are not thrown away, and the way out is told', async () => {
    await (await createKeyStore(file, () => keychain)).save(ana, keys)
    const store = await createKeyStore(file, () => closed)
    const problem = await problemOf(Promise.resolve().then(() => store.read(ana)))
    expect([problem.code, store.holds(ana)]).toEqual(['user/keys-locked', 'sealed'])
    expect((await createKeyStore(file, () => keychain)).read(ana)?.accessKeyId).toBe(keys.accessKeyId)
  })
})

test.each([
  ['throws', { ...keychain, open: () => fail() }],
  ['opens something else', { ...keychain, open: () => '{}' }],
  ['opens rubbish', { ...keychain, open: () => 'rubbish' }],
])('a keychain that %s locks the keys, and no message repeats anything', async (_what, broken) => {
  await (await createKeyStore(file, () => keychain)).save(ana, keys)
  const store = await createKeyStore(file, () => broken)
  const problem = await problemOf(Promise.resolve().then(() => store.read(ana)))
  expect([problem.code, JSON.stringify(problem)]).toEqual([
    'user/keys-locked',
    expect.not.stringMatching(/rubbish|wJalr/),
  ])
})

test('a damaged file holds no keys, and is written anew', async () => {
  await (await createKeyStore(file, () => keychain)).save(ana, keys)
  await writeFile(file, '{"version":1,"keys":{')
  const store = await createKeyStore(file, () => keychain)
  expect(store.holds(ana)).toBeNull()
  await store.save(ana, keys)
  expect((await createKeyStore(file, () => keychain)).holds(ana)).toBe('sealed')
})

function fail(): never {
  throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
}
