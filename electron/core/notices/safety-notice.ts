import type { Notice } from './notice.ts'
import type { IdentityView } from '../snapshot/snapshot.ts'
import type { Surroundings } from '../snapshot/summary.ts'
import { shortName } from '../snapshot/wording.ts'

/** Production was deactivated by itself, as the person chose. Lock screens show it, so names may be hidden. */
export function safetyNotice({ name, profile }: IdentityView, { settings }: Surroundings): Notice {
  const hidden = settings.notify.hideNames
  const title = `${hidden ? 'An identity' : shortName(name)} was deactivated`
  return {
    tag: `safety/${name}`,
    title,
    body: `${hidden || profile.toString() === name.toString() ? '' : `Profile ${shortName(profile)}. `}Production ends by itself after the time that you chose. Click if you need it longer.`,
    opens: { kind: 'open-identity', name },
    buttons: [],
    reply: null,
    urgency: 'normal',
    joins: true,
    line: hidden ? null : title,
  }
}
