import type { HotkeyView } from '#bridge/contract'
import type { SettingsSource } from '#engine/ports'
import type { Timer } from './pacer.ts'

/** The hotkeys of the sets, heard over every program. */
export interface Hotkeys {
  /** The same list as long as nothing about it changes. */
  views(): readonly HotkeyView[]
  /** True: gives all of them back for a moment, for a person presses keys to choose one. It ends by itself. */
  hold(isHeld: boolean): void
  /** Gives all of them back. */
  stop(): void
}

export interface HotkeyParts {
  readonly settings: SettingsSource
  /** Electron's globalShortcut. */
  readonly shortcuts: {
    /** False, or throws: it cannot be had. */
    register(keys: string, onPress: () => void): boolean
    unregister(keys: string): void
  }
  readonly timer: Timer
  /** Whether the desktop decides, so that a "yes" of `register` only means that it was asked. */
  readonly isDeskAsked: boolean
  readonly onPress: (set: string) => void
  /** The views are others now. */
  readonly onChange: () => void
}

/** Follows the sets as the person changes them. */
export function createHotkeys({ settings, shortcuts, timer, isDeskAsked, onPress, onChange }: HotkeyParts): Hotkeys {
  /** What we have: keys → set. */
  let taken: ReadonlyMap<string, string> = new Map()
  let views: readonly HotkeyView[] = []
  /** Ends the hold. `null`: they are heard. */
  let held: (() => void) | null = null

  const take = (keys: string): boolean => {
    try {
      // The set is looked up when it is pressed: it may be called otherwise by then.
      return shortcuts.register(keys, () => onPress(taken.get(keys) ?? ''))
    } catch {
      // Keys that this Electron cannot spell, from a settings file that was written by hand.
      return false
    }
  }

  function follow(): void {
    const wanted = held === null ? firstOf(pairsOf(settings)) : new Map<string, string>()
    for (const keys of taken.keys()) if (!wanted.has(keys)) shortcuts.unregister(keys)
    const before = taken
    taken = new Map([...wanted].filter(([keys]) => before.has(keys) || take(keys)))
    if (held === null)
      views = pairsOf(settings).map(([keys, set]) => ({ set, keys, state: stateOf(taken.get(keys) === set) }))
  }

  const stateOf = (isTaken: boolean): HotkeyView['state'] =>
    isTaken ? (isDeskAsked ? 'left-to-desktop' : 'heard') : 'refused'

  function hold(isHeld: boolean): void {
    // A desktop that decides might ask the person again for each that comes back.
    if (isDeskAsked || (!isHeld && held === null)) return
    held?.()
    // A window that dies in the middle of it must not leave the person without their hotkeys.
    held = isHeld ? timer.after(HELD_MS, () => hold(false)) : null
    follow()
    if (!isHeld) onChange()
  }

  follow()
  let last = settings.current().sets
  const forget = settings.onChange(({ sets }) => {
    if (sets === last) return
    last = sets
    follow()
    onChange()
  })
  return {
    views: () => views,
    hold,
    stop() {
      forget()
      held?.()
      for (const keys of taken.keys()) shortcuts.unregister(keys)
      taken = new Map()
    },
  }
}

const HELD_MS = 60_000

type Pair = readonly [keys: string, set: string]

const pairsOf = (settings: SettingsSource): readonly Pair[] =>
  settings.current().sets.flatMap(({ name, hotkey }) => (hotkey === null ? [] : [[hotkey, name] as const]))

/** One hotkey calls one set: the first that names it. */
const firstOf = (pairs: readonly Pair[]): ReadonlyMap<string, string> => new Map(pairs.toReversed())
