import type { Entry } from './book.ts'

/** Whose session it is: what AWS said, else what the configuration tells. `null`: a helper's, and nobody has asked yet. */
export function knownArn({ arn, identity: { source } }: Pick<Entry, 'arn' | 'identity'>): string | null {
  if (arn !== null) return arn
  if (source.kind === 'assume-role') return source.role
  return source.kind === 'user' ? source.mfaSerial : null
}
