import type { MouseEvent, ReactNode } from 'react'
import { Glyph, type GlyphName } from './glyph.tsx'

/** A click with the mouse leaves the focus in the list, so that the keys go on working there. */
const keepFocus = (event: MouseEvent) => event.preventDefault()

interface IconButtonProps {
  readonly glyph: GlyphName
  readonly label: string
  readonly onPress: () => void
  readonly disabled?: boolean
  /** False: inside a row, where the arrow keys and letters do the same. */
  readonly tabStop?: boolean
}

export function IconButton({ glyph, label, onPress, disabled = false, tabStop = true }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      disabled={disabled}
      tabIndex={tabStop ? 0 : -1}
      onMouseDown={keepFocus}
      onClick={(event) => {
        event.stopPropagation()
        onPress()
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
  readonly tabStop?: boolean
  /** What it does, where the word on it does not say enough. */
  readonly hint?: string | undefined
  /** The id of what says more, why it is disabled for one. */
  readonly describedBy?: string
}

export function Button(props: ButtonProps) {
  const { children, onPress, look = 'plain', glyph, disabled = false, tabStop = true, hint, describedBy } = props
  return (
    <button
      type="button"
      title={hint}
      className={`button button-${look}`}
      disabled={disabled}
      aria-describedby={describedBy}
      tabIndex={tabStop ? 0 : -1}
      onMouseDown={keepFocus}
      onClick={(event) => {
        event.stopPropagation()
        onPress()
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
