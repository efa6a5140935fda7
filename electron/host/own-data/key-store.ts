import { ProblemError } from '#core/base/problem'
import type { LongLivedKeys } from '#core/credentials/credentials'
import { decodeKeyPair, decodeSealedKeys, encodeSealedKeys } from '#core/credentials/kept-keys'
import type { IdentityName } from '#core/identity/identity'
import type { KeyKeeping } from '#core/session/status'
import type { KeyStore } from '#engine/ports'
import { inTurn } from './in-turn.ts'
import { readOwnJson, writeOwnJson } from './own-json.ts'

/** What the operating system's keychain can do here. */
export type Sealing =
  | {
      readonly kind: 'sealed'
      /** Both throw where the keychain is closed. */
      readonly seal: (text: string) => Buffer
      readonly open: (sealed: Buffer) => string
    }
  /** `because`: a sentence for the person. */
  | { readonly kind: 'memory'; readonly because: string }

/**
 * Keys that a person typed: sealed in one file of the app's own data, or in memory where nothing here can seal them.
 * `sealing` is asked when it is first needed: a keychain may ask the person to unlock it, and not at each start.
 */
export async function createKeyStore(file: string, sealing: () => Sealing): Promise<KeyStore> {
  // A file that is not there or not ours holds no keys; the person is asked for them again.
  const sealed = new Map(decodeSealedKeys(await readOwnJson(file)))
  const inMemory = new Map<IdentityName, LongLivedKeys>()
  const save = inTurn(() => writeOwnJson(file, encodeSealedKeys(sealed)))

  return {
    get keeping(): KeyKeeping {
      const now = sealing()
      return now.kind === 'sealed' ? { kind: 'sealed' } : now
    },
    holds(name) {
      if (inMemory.has(name)) return 'memory'
      return sealed.has(name) ? 'sealed' : null
    },
    read(name) {
      const kept = sealed.get(name)
      return inMemory.get(name) ?? (kept === undefined ? null : unseal(kept, name, sealing()))
    },
    async save(name, keys) {
      const now = sealing()
      if (now.kind === 'memory') return void inMemory.set(name, keys)
      sealed.set(name, lock(keys, name, now))
      inMemory.delete(name)
      await save()
    },
    async forget(name) {
      inMemory.delete(name)
      if (sealed.delete(name)) await save()
    },
  }
}

function lock(
  { accessKeyId, secretAccessKey }: LongLivedKeys,
  name: IdentityName,
  { seal }: Sealing & { kind: 'sealed' },
) {
  try {
    return seal(JSON.stringify({ accessKeyId, secretAccessKey: secretAccessKey.reveal() })).toString('base64')
  } catch (error) {
    throw locked(name, error)
  }
}

function unseal(kept: string, name: IdentityName, sealing: Sealing): LongLivedKeys {
  if (sealing.kind === 'memory') throw locked(name, sealing.because)
  try {
    const keys = decodeKeyPair(JSON.parse(sealing.open(Buffer.from(kept, 'base64'))))
    if (keys !== null) return keys
  } catch (error) {
    throw locked(name, error)
  }
  throw locked(name, 'The sealed text is not a pair of keys.')
}

function locked(name: IdentityName, cause: unknown): ProblemError {
  return new ProblemError(
    {
      code: 'user/keys-locked',
      message: `The keychain does not give the access key of ${name}.`,
      hint: 'Unlock the keychain and refresh in the app. If that does not help, forget the key there and type it again.',
    },
    { cause },
  )
}
