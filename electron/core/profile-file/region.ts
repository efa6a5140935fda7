import { ok, type Result } from '../base/result.ts'
import { byteText, type ByteText } from './bytes.ts'
import { edit, type Edited } from './edit.ts'
import { openProfile } from './sections.ts'

/** Gives the profile a region in the config file, where the person has set none. */
export function writeRegion(text: ByteText | null, profile: string, region: string): Result<Edited> {
  if (hasRegion(text ?? '', profile)) return ok({ text, changed: false, warnings: [] })
  return edit(text, {
    file: 'config',
    profile,
    change: { kind: 'set', settings: [['region', region]] },
    permission: { lastAccessKeyId: null, mayReplaceLongLived: false },
  })
}

function hasRegion(text: ByteText, profile: string): boolean {
  const name = byteText(profile)
  if (name === null) return false
  return openProfile(text, 'config', name).sections.some(({ properties }) =>
    properties.some(({ key, value }) => key === 'region' && value !== ''),
  )
}
