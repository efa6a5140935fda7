import { byteText } from './bytes.ts'
import type { Property, Section } from './sections.ts'
import type { Setting } from './set-values.ts'

/** What may be lost in an edit. */
export interface Permission {
  /** The access key id that this app wrote to the profile last. `null`: none, or not known. */
  readonly lastAccessKeyId: string | null
  /** The person agreed to lose long-lived keys, or the section is our own. */
  readonly mayReplaceLongLived: boolean
}

/** Whether the edit would take long-lived keys away from their owner. */
export function losesLongLivedKeys(
  sections: readonly Section[],
  settings: readonly Setting[],
  permission: Permission,
): boolean {
  if (permission.mayReplaceLongLived) return false
  const touched = sections.filter((section) => settings.some((setting) => changesKeys(section, setting)))
  return touched.some((section) => looksLongLived(section, permission.lastAccessKeyId))
}

function changesKeys(section: Section, [key, value]: Setting): boolean {
  return section.properties.some(
    (property) => (isKeyPair(property) && property.key === key && property.value !== value) || hides(property, key),
  )
}

/** A template with nothing behind the `=` has nothing to lose. */
const isKeyPair = ({ key, value }: Property): boolean =>
  value !== '' && (key === 'aws_access_key_id' || key === 'aws_secret_access_key')

/** Indented below another key the pair is a part of that key's value for one reader and keys of its own for another. */
const hides = (property: Property, key: string): boolean =>
  property.key === key && /^aws_(?:access_key_id|secret_access_key)\s*[=:]/im.test(property.value)

function looksLongLived(section: Section, lastAccessKeyId: string | null): boolean {
  const ids = section.properties.filter(({ key }) => key === 'aws_access_key_id')
  const last = lastAccessKeyId === null ? null : byteText(lastAccessKeyId)
  if (ids.length > 0 && ids.every((id) => id.plainValue === last || id.value === last)) return false
  return section.properties.some(isLongLivedId) || !section.properties.some(isToken)
}

const isLongLivedId = ({ key, value }: Property): boolean =>
  (key === 'aws_access_key_id' && /^["']?AKIA/i.test(value)) || /^aws_access_key_id\s*[=:]\s*["']?AKIA/im.test(value)

const isToken = ({ key, plainValue }: Property): boolean =>
  (key === 'aws_session_token' || key === 'aws_security_token') && plainValue !== ''
