import { fail, ok, type Result } from '../base/result.ts'
import { invalidKey, invalidValue } from './problems.ts'

/** What every reader takes for a profile, and what we may give to a new one. */
export const isPortableProfileName = (name: string): boolean =>
  /^[A-Za-z0-9_./%@:+-]{1,128}$/.test(name) && !isReservedProfileName(name)

/** Python hands the keys of `DEFAULT` to every profile; the JavaScript SDK drops a file with `__proto__`. */
export const isReservedProfileName = (name: string): boolean => name === 'DEFAULT' || name === '__proto__'

export function checkKeys(keys: readonly string[]): Result<null> {
  return keys.every((key) => /^[a-z][a-z0-9_]*$/.test(key)) ? ok(null) : fail(invalidKey())
}

/** One line of printable ASCII that no reader cuts or trims. Python on Windows reads cp1252. */
export function checkValue(key: string, value: string): Result<null> {
  const plain = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value)
  return plain && !/^[#;]| [#;]/.test(value) ? ok(null) : fail(invalidValue(key))
}
