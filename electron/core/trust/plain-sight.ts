import { redactCommand } from '../base/redact.ts'

/**
 * A command as a person has to judge it: secrets hidden, and each character that hides from the eye named by its number
 * (trojansource.codes). Where a secret is in it the places would give it away, so they stand at the end.
 */
export function plainSight(command: string): string {
  const visible = command.replaceAll(HIDDEN, '')
  const shown = redactCommand(visible)
  if (shown === visible) return command.replaceAll(HIDDEN, numbered)
  const numbers = [...new Set(command.match(HIDDEN) ?? [])].map(numbered)
  return [shown, ...numbers].join(' ')
}

/** Format and control characters, and blanks that are no blank. Letters of every script can be seen. */
const HIDDEN = /(?![\n\t])(?:[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cn}]|[^\P{Zs} ])/gu

const numbered = (character: string): string =>
  `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`
