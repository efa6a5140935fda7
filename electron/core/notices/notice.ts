import type { IdentityName } from '../identity/identity.ts'
import type { TrayAction } from '../tray/tray-action.ts'

/** One interruption, as plain text without key material. */
export interface Notice {
  /** A newer notice with this tag takes the place of the older one. */
  readonly tag: string
  readonly title: string
  readonly body: string
  /** What a click does. */
  readonly opens: TrayAction
  /** Where the system shows any. Everything they do can be reached by a click, too. */
  readonly buttons: readonly NoticeButton[]
  /** Whose MFA code may be typed into the notification itself, where the system has a field for it. */
  readonly reply: IdentityName | null
  /** `low`: Credtray is still trying by itself, and the old keys work. */
  readonly urgency: 'low' | 'normal'
  /** Whether it is of an identity, so that it may be told as one of several. */
  readonly joins: boolean
  /** Its line among several. `null`: it is only counted, since names stay hidden. */
  readonly line: string | null
}

export interface NoticeButton {
  readonly label: string
  readonly does: TrayAction
}

const SHOWN_IN_GROUP = 3

/** Several at once, as after a night's sleep, become one. */
export function grouped(all: readonly Notice[]): readonly Notice[] {
  if (all.length < 2) return all
  const named = all.flatMap(({ line }) => (line === null ? [] : [line]))
  // "and 1 more" would take the line of the one that it keeps back.
  const lines = named.slice(0, named.length === SHOWN_IN_GROUP + 1 ? named.length : SHOWN_IN_GROUP)
  const rest = all.length - lines.length
  const more = lines.length === 0 ? ['Click to see them.'] : rest > 0 ? [`and ${rest} more`] : []
  return [
    {
      tag: 'several',
      title: `${all.length} identities want a look`,
      body: [...lines, ...more].join('\n'),
      opens: { kind: 'open' },
      buttons: [{ label: 'Have a look', does: { kind: 'open' } }, SNOOZE_BUTTON],
      reply: null,
      urgency: all.every((notice) => notice.urgency === 'low') ? 'low' : 'normal',
      joins: false,
      line: null,
    },
  ]
}

export const SNOOZE_BUTTON: NoticeButton = { label: 'Snooze 1 h', does: { kind: 'snooze', span: 'hour' } }
