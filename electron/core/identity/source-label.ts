import { redact } from '../base/redact.ts'
import { unreachable } from '../base/result.ts'
import type { CredentialSource } from './identity.ts'

/** In a few words where the keys come from. A command is named by its program: arguments may hold anything. */
export function sourceLabel(source: CredentialSource): string {
  switch (source.kind) {
    case 'process':
      return `command ${programOf(source.command)}`
    case 'user':
      return source.mfaSerial === null ? 'access key' : 'access key and MFA'
    case 'assume-role':
      return `role ${source.role.split('/').at(-1) ?? source.role}`
    case 'unusable':
      return source.label ?? 'not usable'
    default:
      return unreachable(source)
  }
}

function programOf(command: string): string {
  const [, quoted, plain] = /^\s*(?:"([^"]+)"|(\S+))/.exec(command) ?? []
  const path = quoted ?? plain ?? ''
  return redact(path.split(/[\\/]/).at(-1) ?? path)
}
