/** What is used of Electron's safeStorage. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean
  /** Linux only. */
  getSelectedStorageBackend(): string
  encryptString(text: string): Buffer
  decryptString(sealed: Buffer): string
}

/**
 * Whether this computer can seal a text so that another program of the same person cannot read it. Electron's
 * `basic_text` backend only looks like it: it uses a password that stands in Chromium's source
 * (https://www.electronjs.org/docs/latest/api/safe-storage). Ask after the app is ready.
 */
export function sealingOf(storage: SafeStorage, platform: NodeJS.Platform) {
  if (platform === 'linux' && ['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend())) {
    return { kind: 'memory', because: NO_KEYRING } as const
  }
  if (!storage.isEncryptionAvailable()) return { kind: 'memory', because: CLOSED } as const
  return {
    kind: 'sealed',
    seal: (text: string) => storage.encryptString(text),
    open: (sealed: Buffer) => storage.decryptString(sealed),
  } as const
}

const NO_KEYRING = 'This desktop has no keyring (GNOME Keyring or KWallet) that could seal them.'
const CLOSED = 'The keychain of this computer is not available.'
