/** What a person typed as a hotkey, as Electron spells it, or what is wrong with it. */
export type Hotkey =
  | { readonly ok: true; readonly keys: string | null }
  | { readonly ok: false; readonly message: string }

/** An empty field is no hotkey. At least one of Ctrl, Alt, Cmd or Super: a bare letter would be gone for every program. */
export function readHotkey(typed: string): Hotkey {
  const parts = typed.split('+').map((part) => part.trim())
  if (typed.trim() === '') return { ok: true, keys: null }
  const key = keyOf(parts.at(-1) ?? '')
  const modifiers = parts.slice(0, -1).map((part) => MODIFIERS.get(part.toLowerCase()) ?? null)
  if (key === null || modifiers.includes(null)) return { ok: false, message: SPELLING }
  if (modifiers.every((modifier) => modifier === 'Shift')) return { ok: false, message: BARE }
  if (isEditing(modifiers, key)) return { ok: false, message: EDITING }
  return { ok: true, keys: [...new Set(modifiers), key].join('+') }
}

/** Copy, paste, undo and their like. */
const isEditing = ([modifier, ...more]: readonly (string | null)[], key: string): boolean =>
  more.length === 0 && (modifier === 'Ctrl' || modifier === 'Command') && 'ACVXYZ'.includes(key)

function keyOf(text: string): string | null {
  if (/^[a-z0-9]$/i.test(text) || /^f([1-9]|1\d|2[0-4])$/i.test(text)) return text.toUpperCase()
  return NAMED.find((name) => name.toLowerCase() === text.toLowerCase()) ?? null
}

const NAMED = ['Space', 'Tab', 'Home', 'End', 'PageUp', 'PageDown', 'Insert', 'Delete', 'Up', 'Down', 'Left', 'Right']

const MODIFIERS: ReadonlyMap<string, string> = new Map([
  ['ctrl', 'Ctrl'],
  ['control', 'Ctrl'],
  ['alt', 'Alt'],
  ['option', 'Alt'],
  ['shift', 'Shift'],
  ['cmd', 'Command'],
  ['command', 'Command'],
  ['super', 'Super'],
  ['win', 'Super'],
])

const SPELLING = 'Write it like Ctrl+Alt+1 or Cmd+Shift+S.'
const EDITING = 'Every program needs these keys, to copy or undo for one. Add Alt or Shift.'
const BARE = 'Add Ctrl, Alt or Cmd: the key alone would be taken from every program.'
