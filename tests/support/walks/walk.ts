import type { Page } from '@playwright/test'
import type { Channel, WindowState } from '#bridge/contract'
import type { Problem } from '#core/base/problem'
import type { Asked } from '../window/fake-bridge.ts'
import type { Hand } from './hand.ts'
import type { Answers } from './walk-window.ts'

/** One action of a person, from the window as it opens to what main was asked. */
export interface Walk {
  /** Names the action in a failure. */
  readonly does: string
  readonly state: WindowState
  readonly answers?: Answers
  /** What main refuses. */
  readonly refuses?: readonly [Channel, Problem]
  readonly way: (hand: Hand) => Promise<void>
  /** The keys of the help that do the same, from the window as it opens. */
  readonly keys?: readonly string[]
  readonly asks: readonly Asked[]
  /** Where main is asked for nothing: what there is to see then. */
  readonly sees?: (page: Page) => Promise<void>
  /** What main says afterwards. The focus must stand somewhere then, too. */
  readonly becomes?: WindowState
  /** By mouse it is done outside of the page. */
  readonly keyboardOnly?: true
}

export const asks = (channel: Channel, input?: unknown): Asked => ({ channel, input })
