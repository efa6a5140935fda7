import { z } from 'zod'
import { Secret } from '../base/secret.ts'
import type { LongLivedKeys } from './credentials.ts'

/** What the file of typed keys holds: by identity, the pair of keys as the keychain sealed it, in base64. */
export type SealedKeys = ReadonlyMap<string, string>

const file = z.object({ version: z.literal(1), keys: z.record(z.string(), z.string()) })
const pair = z.object({ accessKeyId: z.string().min(1), secretAccessKey: z.string().min(1) })

/** What JSON.parse made of the file. `null`: it is no such file. */
export function decodeSealedKeys(raw: unknown): SealedKeys | null {
  const decoded = file.safeParse(raw)
  return decoded.success ? new Map(Object.entries(decoded.data.keys)) : null
}

/** As JSON keeps it. */
export const encodeSealedKeys = (keys: SealedKeys) => ({ version: 1, keys: Object.fromEntries(keys) })

/** What the keychain opened. `null`: it is not what we had sealed. */
export function decodeKeyPair(raw: unknown): LongLivedKeys | null {
  const decoded = pair.safeParse(raw)
  if (!decoded.success) return null
  return { accessKeyId: decoded.data.accessKeyId, secretAccessKey: new Secret(decoded.data.secretAccessKey) }
}
