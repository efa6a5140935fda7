/** What of a key press says which keys it was. */
export interface Press extends Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'> {
  /** AltGr writes characters; Windows reports it as Ctrl and Alt. */
  readonly isAltGr: boolean
}

/**
 * What a person pressed, as they would write it: "Ctrl+Alt+1". `null`: no hotkey, so the press does what it always does,
 * as a letter, Tab, Esc, or copy and paste in the field.
 */
export function pressedKeys(press: Press, isMac: boolean): string | null {
  const key = keyOf(press)
  const modifiers = modifiersOf(press, isMac)
  if (press.isAltGr || key === null || modifiers.length === 0 || isEditing(press)) return null
  return [...modifiers, ...(press.shiftKey ? ['Shift'] : []), key].join('+')
}

const modifiersOf = ({ ctrlKey, altKey, metaKey }: Press, isMac: boolean): readonly string[] => [
  ...(ctrlKey ? ['Ctrl'] : []),
  ...(altKey ? ['Alt'] : []),
  ...(metaKey ? [isMac ? 'Cmd' : 'Super'] : []),
]

/** Ctrl or Cmd and one of these is copy, paste, undo and their like in every program. */
const isEditing = ({ key, ctrlKey, altKey, metaKey, shiftKey }: Press): boolean =>
  ctrlKey !== metaKey && !altKey && !shiftKey && 'acvxyz'.includes(key.toLowerCase())

/** By what is printed on the key; with Alt or Shift it writes something else, so then by its place. */
function keyOf({ key, code }: Press): string | null {
  if (/^([a-z0-9]|F\d{1,2})$/i.test(key)) return key.toUpperCase()
  const placed = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]
  return placed ?? NAMES.get(key) ?? null
}

const NAMES: ReadonlyMap<string, string> = new Map([
  [' ', 'Space'],
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  ...['Home', 'End', 'PageUp', 'PageDown', 'Insert'].map((name) => [name, name] as const),
])
