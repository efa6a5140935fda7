/** What a key asks for. Moves are relative to the selected row. */
export type Command =
  | { readonly kind: 'move'; readonly by: 'row' | 'page' | 'end'; readonly direction: 1 | -1 }
  | {
      readonly kind:
        | 'toggle'
        | 'refresh'
        | 'copy'
        | 'open'
        | 'close'
        | 'filter'
        | 'escape'
        | 'help'
        | 'pause'
        | 'timeline'
    }

export interface Press {
  readonly key: string
  readonly modified: boolean
  /**
   * `text`: a field that takes letters. `control`: a button, which has its own Enter and Space.
   * `list`: a row, or nothing at all.
   */
  readonly focus: 'text' | 'control' | 'list'
}

/** The table of keys; the help screen shows the same one. */
export function commandFor({ key, modified, focus }: Press): Command | null {
  if (modified) return null
  if (key === 'Escape') return { kind: 'escape' }
  if (focus !== 'list') return null
  return COMMANDS.get(key.length === 1 ? key.toLowerCase() : key) ?? null
}

const move = (by: 'row' | 'page' | 'end', direction: 1 | -1): Command => ({ kind: 'move', by, direction })

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['ArrowDown', move('row', 1)],
  ['ArrowUp', move('row', -1)],
  ['j', move('row', 1)],
  ['k', move('row', -1)],
  ['PageDown', move('page', 1)],
  ['PageUp', move('page', -1)],
  ['End', move('end', 1)],
  ['Home', move('end', -1)],
  ['Enter', { kind: 'toggle' }],
  ['r', { kind: 'refresh' }],
  ['c', { kind: 'copy' }],
  [' ', { kind: 'open' }],
  ['ArrowRight', { kind: 'open' }],
  ['ArrowLeft', { kind: 'close' }],
  ['/', { kind: 'filter' }],
  ['?', { kind: 'help' }],
  ['p', { kind: 'pause' }],
  ['h', { kind: 'timeline' }],
])

/** For people, in the order in which they are learned. */
export const KEY_HELP: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['↑', '↓'], does: 'Move; J and K do the same' },
  { keys: ['Enter'], does: 'Activate or deactivate' },
  { keys: ['R'], does: 'Refresh now' },
  { keys: ['C'], does: 'Copy AWS_PROFILE=…' },
  { keys: ['→', 'Space'], does: 'Show details' },
  { keys: ['/'], does: 'Filter' },
  { keys: ['H'], does: 'Timeline and history' },
  { keys: ['P'], does: 'Pause or resume refreshing' },
  { keys: ['Esc'], does: 'Clear, close, then hide the window' },
  { keys: ['?'], does: 'This help' },
]
