import type { Page } from '@playwright/test'

/** What something is called: as it is read out, or a pattern of that. */
export type Called = string | RegExp

/** The same walk is gone by one hand and by the other. Each step says what is pressed, not how. */
export interface Hand {
  readonly page: Page
  /** Presses a button, a link, a switch, a box. `at`: which one of several of that name. */
  press(name: Called, at?: number): Promise<void>
  /** Picks from a list of the platform. The keyboard types how the option begins. */
  choose(name: Called, option: string): Promise<void>
  /** Writes into a field in place of what stands there. */
  write(name: Called, text: string): Promise<void>
  /** Writes, and leaves the field so that it counts. */
  commit(name: Called, text: string): Promise<void>
  /** Makes a time an hour later, by its arrow. */
  later(name: Called): Promise<void>
  /** What the row of this identity has: a button by mouse, a key by keyboard. */
  row(identity: string, button: string, key: string): Promise<void>
  /** Opens the details of an identity. */
  open(identity: string): Promise<void>
  /** Points at the last moment of an identity in the timeline. */
  pointAtLast(identity: string): Promise<void>
  /** What each hand does in its own way. */
  either(ways: { readonly keys: readonly string[]; readonly mouse: (page: Page) => Promise<void> }): Promise<void>
}

/** What was met on the way, and what of it was pressed. */
export interface Met {
  readonly seen: Set<string>
  readonly pressed: Set<string>
}
