import type { WindowLike } from '#shell/panel-window'

/** Electron's window, by hand. Notes in `told` what its page was sent. */
export class FakeWindow implements WindowLike {
  readonly told: unknown[] = []
  #hasFocus = false
  readonly #listeners = new Map<string, ((event: { preventDefault(): void }) => void)[]>()
  state: 'hidden' | 'shown' | 'minimized' | 'destroyed' = 'hidden'

  readonly webContents = { send: (_channel: string, message: unknown) => void this.told.push(message) }

  on(event: string, listener: (event: { preventDefault(): void }) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
  }

  once(event: string, listener: () => void): void {
    this.on(event, listener)
  }

  /** Electron's ready-to-show: the page was painted. */
  paint(): void {
    this.#emit('ready-to-show')
  }

  /** As the person does it. */
  close(): void {
    let isPrevented = false
    this.#emit('close', { preventDefault: () => void (isPrevented = true) })
    if (!isPrevented) this.destroy()
  }

  /** The person turns to something else. */
  blur(): void {
    this.#hasFocus = false
    this.#emit('blur')
  }

  show(): void {
    this.state = 'shown'
  }

  hide(): void {
    this.state = 'hidden'
    this.blur()
  }

  focus(): void {
    this.#hasFocus = true
  }

  restore(): void {
    this.state = 'shown'
  }

  destroy(): void {
    this.state = 'destroyed'
    this.#emit('closed')
  }

  isMinimized(): boolean {
    return this.state === 'minimized'
  }

  isFocused(): boolean {
    return this.#hasFocus
  }

  isVisible(): boolean {
    return this.state === 'shown'
  }

  #emit(event: string, what = { preventDefault: () => {} }): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(what)
  }
}
