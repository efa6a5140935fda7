import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import type { HotkeyView } from '#bridge/contract'
import { IconButton } from '../parts/buttons.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useActions } from '../services.ts'
import { pressedKeys } from './pressed-keys.ts'

interface HotkeyFieldProps {
  readonly value: string
  /** What is wrong with what stands there. `null`: nothing. */
  readonly trouble: string | null
  /** What comes of it: which set loses it, or what this desktop made of it. `null`: nothing to say. */
  readonly note: string | null
  readonly onChange: (value: string) => void
}

/** The hotkey of a set: pressed right here, or written. */
export function HotkeyField({ value, trouble, note, onChange }: HotkeyFieldProps) {
  const id = useId()
  const { holdHotkeys } = useActions()
  // Saving with Enter takes the field away with the focus still in it.
  useEffect(() => () => void holdHotkeys(false), [holdHotkeys])
  const [pressed, setPressed] = useState<string | null>(null)
  const capture = (event: KeyboardEvent) => {
    const isAltGr = event.getModifierState('AltGraph')
    const keys = pressedKeys({ ...modifiersOf(event), isAltGr }, navigator.platform.startsWith('Mac'))
    if (keys === null) return
    event.preventDefault()
    event.stopPropagation()
    setPressed(keys)
    onChange(keys)
  }
  return (
    <div className="set-field">
      <label className="set-label" htmlFor={id}>
        Hotkey, in every program
      </label>
      <div className="set-hotkey">
        <input
          id={id}
          className="field"
          value={value}
          placeholder="None. Press keys like Ctrl+Alt+1"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={trouble !== null}
          aria-describedby={`${id}-trouble ${id}-note`}
          onFocus={() => void holdHotkeys(true)}
          onBlur={() => void holdHotkeys(false)}
          onKeyDown={capture}
          onChange={(event) => onChange(event.target.value)}
        />
        {value === '' ? null : <IconButton glyph="close" label="Clear the hotkey" onPress={() => onChange('')} />}
      </div>
      <Trouble id={`${id}-trouble`} words={trouble} />
      <p className="muted set-note" id={`${id}-note`}>
        {note}
      </p>
      <span className="visually-hidden" role="status">
        {pressed !== null && pressed === value ? `${pressed}, counts when you save` : ''}
      </span>
    </div>
  )
}

const modifiersOf = ({ key, code, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent) => ({
  key,
  code,
  ctrlKey,
  altKey,
  metaKey,
  shiftKey,
})

/** What became of a hotkey, where it is more than that it works. */
export function hotkeyNote(state: HotkeyView['state'] | null): string | null {
  if (state === 'refused') return REFUSED
  return state === 'left-to-desktop' ? LEFT : null
}

const REFUSED = 'Not working: another program or set has it, or this desktop does not allow it. Try other keys.'
const LEFT =
  'On Wayland the desktop decides, and may ask you once. If nothing happens, look for Credtray in its keyboard settings.'
