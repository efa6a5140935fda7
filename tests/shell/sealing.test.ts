import { expect, test } from 'vitest'
import { type SafeStorage, sealingOf } from '#shell/sealing'

const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff))

const storage = (changes: Partial<SafeStorage> = {}): SafeStorage => ({
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text) => turned(Buffer.from(text)),
  decryptString: (sealed) => turned(sealed).toString(),
  ...changes,
})

test.each(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'])('%s seals', (backend) => {
  expect(sealingOf(storage({ getSelectedStorageBackend: () => backend }), 'linux').kind).toBe('sealed')
})

test.each(['basic_text', 'unknown'])('%s is plain text to everybody, so nothing is put on disk', (backend) => {
  const sealing = sealingOf(storage({ getSelectedStorageBackend: () => backend }), 'linux')
  expect(sealing).toEqual({ kind: 'memory', because: expect.stringContaining('no keyring') })
})

test.each(['darwin', 'win32', 'linux'] as const)('a keychain of %s that is not available seals nothing', (platform) => {
  const sealing = sealingOf(storage({ isEncryptionAvailable: () => false }), platform)
  expect(sealing).toEqual({ kind: 'memory', because: expect.stringContaining('not available') })
})

test.each(['darwin', 'win32'] as const)(
  '%s is not asked for a backend: Electron has that call on Linux only',
  (platform) => {
    const onlyLinux = storage({
      getSelectedStorageBackend: () => {
        throw new TypeError('safeStorage.getSelectedStorageBackend is not a function')
      },
    })
    const sealing = sealingOf(onlyLinux, platform)
    expect(sealing.kind === 'sealed' && sealing.open(sealing.seal('text'))).toBe('text')
  },
)
