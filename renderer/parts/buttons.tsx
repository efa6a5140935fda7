import type { MouseEvent, ReactNode, Ref } from 'react'
import { Glyph, type GlyphName } from './glyph.tsx'

/** A click with the mouse leaves the focus in the list, so that the keys go on working there. */
const keepFocus = (event: MouseEvent) => event.preventDefault()

interface IconButtonProps {
  readonly glyph: GlyphName
  readonly label: string
  readonly onPress: () => void
  readonly disabled?: boolean
  /** What it started is under way. It keeps the focus, and a second press does nothing. */
  readonly busy?: boolean
  /** False: inside a row, where the arrow keys and letters do the same. */
  readonly tabStop?: boolean
}

export function IconButton({ glyph, label, onPress, disabled = false, busy = false, tabStop = true }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      disabled={disabled}
      aria-disabled={busy}
      tabIndex={tabStop ? 0 : -1}
      onMouseDown={keepFocus}
      onClick={(event) => {
        event.stopPropagation()
        if (!busy) onPress()
      }}
    >
      <Glyph name={glyph} />
    </button>
  )
}

interface ButtonProps {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly look?: 'plain' | 'primary' | 'ask' | 'danger' | 'production'
  readonly glyph?: GlyphName
  readonly disabled?: boolean
  /** What it started is under way. It keeps the focus, and a second press does nothing. */
  readonly busy?: boolean
  readonly tabStop?: boolean
  /** What it does, where the word on it does not say enough. */
  readonly hint?: string | undefined
  /** The id of what says more, why it is disabled for one. */
  readonly describedBy?: string
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button(props: ButtonProps) {
  const { children, onPress, look = 'plain', glyph, disabled = false, busy = false, tabStop = true } = props
  const { hint, describedBy, ref } = props
  return (
    <button
      type="button"
      ref={ref}
      title={hint}
      className={`button button-${look}`}
      disabled={disabled}
      aria-disabled={busy}
      aria-describedby={describedBy}
      tabIndex={tabStop ? 0 : -1}
      onMouseDown={keepFocus}
      onClick={(event) => {
        event.stopPropagation()
        if (!busy) onPress()
      }}
    >
      {glyph === undefined ? null : <Glyph name={glyph} />}
      <span className="button-words">{children}</span>
    </button>
  )
}

interface SwitchProps {
  readonly label: string
  readonly on: boolean
  readonly onPress: () => void
  readonly disabled: boolean
}

/** Whether an identity is kept fresh. A mouse's way; the keyboard's is Enter on the row. */
export function Switch({ label, on, onPress, disabled }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={on}
      aria-label={label}
      title={on ? 'Deactivate (Enter)' : 'Activate (Enter)'}
      disabled={disabled}
      tabIndex={-1}
      onMouseDown={keepFocus}
      onClick={(event) => {
        event.stopPropagation()
        onPress()
      }}
    >
      <span className="switch-track">
        <span className="switch-thumb" />
      </span>
    </button>
  )
}
