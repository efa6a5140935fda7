import type { LongLivedKeys } from '#core/credentials/credentials'
import type { IdentityName } from '#core/identity/identity'
import type { KeyStore } from '#engine/ports'

/** Keys in a map. */
export interface FakeKeyStore extends KeyStore {
  readonly kept: Map<IdentityName, LongLivedKeys>
}

export function fakeKeyStore(keeping: KeyStore['keeping'] = { kind: 'sealed' }): FakeKeyStore {
  const kept = new Map<IdentityName, LongLivedKeys>()
  return {
    kept,
    keeping,
    holds: (name) => (kept.has(name) ? keeping.kind : null),
    read: (name) => kept.get(name) ?? null,
    save: async (name, keys) => void kept.set(name, keys),
    forget: async (name) => void kept.delete(name),
  }
}
