/** What a key asks for. Moves are relative to where the keys stand. */
export type Command =
  | {
      readonly kind: 'move'
      readonly by: 'row' | 'page' | 'end'
      readonly direction: 1 | -1
      /** True: what lies between is selected. */
      readonly extend: boolean
    }
  | { readonly kind: PlainCommand }

export type PlainCommand =
  | 'toggle'
  | 'refresh'
  | 'copy'
  | 'open'
  | 'close'
  | 'space'
  | 'favourite'
  | 'mark'
  | 'mark-all'
  | 'group'
  | 'sets'
  | 'filter'
  | 'escape'
  | 'help'
  | 'pause'
  | 'timeline'
  | 'settings'
  | 'lasting'
  | 'console'
  | 'terminal'
  | 'exports'

export interface Press {
  readonly key: string
  /** Ctrl, or Cmd. */
  readonly main: boolean
  readonly alt: boolean
  readonly shift: boolean
  /**
   * `text`: a field that takes letters. `control`: a button, which has its own Enter and Space.
   * `list`: a row, or nothing at all.
   */
  readonly focus: 'text' | 'control' | 'list'
}

/** The table of keys; the help screen shows the same one. */
export function commandFor({ key, main, alt, shift, focus }: Press): Command | null {
  if (alt) return null
  if (key === 'Escape') return main ? null : { kind: 'escape' }
  if (focus !== 'list') return null
  const name = key.length === 1 ? key.toLowerCase() : key
  const command = (main ? WITH_MAIN : COMMANDS).get(name) ?? null
  return shift ? extended(command) : command
}

const extended = (command: Command | null): Command | null =>
  command?.kind === 'move' ? { ...command, extend: true } : command

const move = (by: 'row' | 'page' | 'end', direction: 1 | -1): Command => ({
  kind: 'move',
  by,
  direction,
  extend: false,
})

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
  ['f', { kind: 'favourite' }],
  [' ', { kind: 'space' }],
  ['ArrowRight', { kind: 'open' }],
  ['ArrowLeft', { kind: 'close' }],
  ['x', { kind: 'mark' }],
  ['g', { kind: 'group' }],
  ['w', { kind: 'sets' }],
  ['/', { kind: 'filter' }],
  ['?', { kind: 'help' }],
  ['p', { kind: 'pause' }],
  ['h', { kind: 'timeline' }],
  ['l', { kind: 'lasting' }],
  ['o', { kind: 'console' }],
  ['t', { kind: 'terminal' }],
  ['e', { kind: 'exports' }],
  [',', { kind: 'settings' }],
])

/** Everything else with Ctrl or Cmd stays with the platform: Ctrl+C copies what is marked as text. */
const WITH_MAIN: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['a', { kind: 'mark-all' }],
  [' ', { kind: 'mark' }],
])

interface KeyLine {
  readonly keys: readonly string[]
  readonly does: string
}

/** For people, in the order in which they are learned. */
export const KEY_HELP: readonly { readonly title: string; readonly lines: readonly KeyLine[] }[] = [
  {
    title: 'One identity',
    lines: [
      { keys: ['↑', '↓'], does: 'Move; J and K do the same' },
      { keys: ['Enter'], does: 'Activate or deactivate' },
      { keys: ['R'], does: 'Refresh now' },
      { keys: ['C'], does: 'Copy AWS_PROFILE=…' },
      { keys: ['E'], does: 'Copy exports for your shell, without keys' },
      { keys: ['O'], does: 'Open the AWS console' },
      { keys: ['T'], does: 'Open a terminal with the profile' },
      { keys: ['F'], does: 'Favourite, or no longer' },
      { keys: ['→', 'Space'], does: 'Show details; ← closes them' },
    ],
  },
  {
    title: 'Several',
    lines: [
      { keys: ['X'], does: 'Select this one too; also Ctrl or Cmd+click' },
      { keys: ['Shift', '↓'], does: 'Select a range; also Shift+click' },
      { keys: ['Ctrl', 'A'], does: 'Select all that the filter shows' },
      { keys: ['Enter'], does: 'To the buttons of what is selected' },
    ],
  },
  {
    title: 'The window',
    lines: [
      { keys: ['/'], does: 'Filter' },
      { keys: ['G'], does: 'Group by account, root, tag, nothing' },
      { keys: ['←', '→'], does: 'Close or open a group' },
      { keys: ['W'], does: 'Work on a set of identities' },
      { keys: ['L'], does: 'Will it last?' },
      { keys: ['H'], does: 'Timeline and history' },
      { keys: [','], does: 'Settings' },
      { keys: ['P'], does: 'Pause or resume refreshing' },
      { keys: ['Esc'], does: 'Clear, close, then hide the window' },
      { keys: ['?'], does: 'This help' },
    ],
  },
]
